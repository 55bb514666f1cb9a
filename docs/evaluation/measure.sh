#!/usr/bin/env bash
# Measures the default model pack on the development faces and writes the reports of this folder and docs/model-card.md.
#   docs/evaluation/measure.sh [FACES] [LIMIT] [PART ...]
# FACES is the folder with the sets (default: ../shared/faces beside the checkout), LIMIT the rows of each label file to use, PART a
# folder of reports to write anew, such as mtfl (default: all; the card is always written). All of it takes about half an hour on two
# cores. PNG files are left out: the SVG files show the same. MIEN is the program to run (default: that of this checkout).
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
faces=$(cd "${1:-$home/../shared/faces}" && pwd)
limit=${2:-1000000}
parts=" ${*:3} "
mien=${MIEN:-$home/mien}
out="$home/docs/evaluation"
by_eye="$home/mien-training/src/main/resources/dev/mien/training/labels"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

trained="The heads were trained on these pictures: the figures flatter all attributes but head pose."
by_eye_remark="Labels set by one person who looked at contact sheets without the answers. $trained Of the labels \
of emotion, those of sample 'random' are drawn at random, those of 'chosen' are the faces that the pack's net is surest to show a rare \
emotion, and those of 'mined' were looked for later; 'sheet' tells the samples of brows, lids, eyes, nose, shape and skin, of which 'mined' was looked for because of rare values."
fitted="Weights, cohort and score table were chosen on these people, among others."

wanted() { [[ "$parts" == "  " || "$parts" == *" $1 "* ]]; }

# FOLDER REMARK MEASUREMENT ARGUMENTS...
evaluate() {
  local folder=$1 remark=$2
  shift 2
  if wanted "$folder"; then
    "$mien" evaluate "$@" --remark "$remark" --limit "$limit" --out "$out/$folder"
  fi
}

# Labels of the set and labels set by eye, in the columns of `mien evaluate attributes`.
attributes() {
  local set=$1
  mkdir -p "$work/$set"
  awk -v set="$set" -f "$out/attribute-labels.awk" "$by_eye"/*.csv "$faces/$set/labels.csv" > "$work/$set/labels.csv"
  evaluate "$set" "$trained" attributes --labels "$work/$set/labels.csv" --root "$faces/$set"
}

# The third number of a picture's name is the group, as the publishers of the set explain it; some names lack it. Pictures that were
# found to show one person count so, all others show different people.
mkdir "$work/utkface"
awk -F, -v OFS=, '
  BEGIN { split("White Black Asian Indian Others", group, " ") }
  { sub(/\r$/, "") }
  FNR == NR { if ($0 !~ /^#/) { n = split($0, paths, " "); for (i = 1; i <= n; i++) person[paths[i]] = paths[1] } next }
  FNR == 1 { print $0, "identity", "group"; next }
  { n = split($1, folder, "/"); split(folder[n], part, "_")
    print $0, ($1 in person ? person[$1] : $1), part[4] == "" ? "" : group[part[3] + 1] }
' "$out/utkface-same-people.txt" "$faces/utkface/labels.csv" > "$work/utkface/labels.csv"

# Every second person is enrolled with the first three pictures and searched for with the others; the rest are strangers.
mkdir "$work/identities"
awk -F, -v OFS=, -v gallery="$work/identities/gallery.csv" -v probes="$work/identities/probes.csv" '
  { sub(/\r$/, "") }
  NR == 1 { print "path", "identity" > gallery; print "path", "identity" > probes; next }
  !($2 in number) { number[$2] = ++persons }
  { print $1, $2 > (number[$2] % 2 && ++pictures[$2] <= 3 ? gallery : probes) }
' "$faces/identities/labels.csv"

evaluate liveness "Nothing was fitted to these pictures; the weight of the net and one crop were chosen by looking at them. Two people and three others: a smoke test, no proof." \
  liveness --labels "$faces/liveness/labels.csv"
for set in attributes masks hats mtfl; do
  attributes "$set"
done
mkdir "$work/by-eye"
(cd "$by_eye" && awk -f "$out/by-eye-labels.awk" emotion.csv mask-kind.csv beard.csv hair-colour.csv skin.csv eyelid.csv \
  eyebrow-{density,curve,length}.csv eye-size.csv nose.csv shape.csv) > "$work/by-eye/labels.csv"
evaluate by-eye "$by_eye_remark" attributes --labels "$work/by-eye/labels.csv" --root "$faces"
evaluate utkface "$trained" attributes --labels "$work/utkface/labels.csv" --root "$faces/utkface"
evaluate identities-3.0 "$fitted" identification --root "$faces/identities" \
  --gallery "$work/identities/gallery.csv" --probes "$work/identities/probes.csv"
evaluate identities-3.0 "The weights of quality were fitted to pairs of these people." \
  quality --labels "$faces/identities/labels.csv"
for set in attributes mtfl; do
  mkdir -p "$work/quality-$set"
  cut -d, -f1 "$faces/$set/labels.csv" > "$work/quality-$set/labels.csv"
done
evaluate quality-attributes "" quality --labels "$work/quality-attributes/labels.csv" --root "$faces/attributes" --ladders 40
evaluate quality-mtfl "" quality --labels "$work/quality-mtfl/labels.csv" --root "$faces/mtfl"
for version in 3.0 2.0; do
  evaluate "identities-$version" "$fitted" \
    verification --labels "$faces/identities/labels.csv" --model-version "$version"
  evaluate "utkface-$version" "$fitted The set has no names: people found to be in it twice count as such, others may be." \
    verification --labels "$work/utkface/labels.csv" --root "$faces/utkface" --model-version "$version"
done
evaluate detection "" detection --boxes "$faces/detection/boxes.csv"
evaluate detection-20 "" detection --boxes "$faces/detection/boxes.csv" --min-size 20
evaluate landmarks68 "The table that moves the mesh's points was fitted to these faces; on pictures left out of the fit, 4.3 %." \
  landmarks --points "$faces/landmarks68/landmarks68.csv"
evaluate mtfl "" landmarks --points "$faces/mtfl/labels.csv"

find "$out" -name '*.png' -delete
"$mien" evaluate card --reports "$out" --out "$home/docs/model-card.md"
