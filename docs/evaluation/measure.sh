#!/usr/bin/env bash
# Measures the default model pack on the development faces and writes the reports of this folder and docs/model-card.md.
#   docs/evaluation/measure.sh [FACES] [LIMIT]
# FACES is the folder with the sets (default: ../shared/faces beside the checkout), LIMIT the rows of each label file to use.
# All of it takes about half an hour on two cores. PNG files are left out: the SVG files show the same.
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
faces=$(cd "${1:-$home/../shared/faces}" && pwd)
limit=${2:-1000000}
out="$home/docs/evaluation"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

evaluate() {
  local folder=$1
  shift
  "$home/mien" evaluate "$@" --limit "$limit" --out "$out/$folder"
}

# The third number of a picture's name is the group, as the publishers of the set explain it; some names lack it.
mkdir "$work/utkface"
awk -F, -v OFS=, '
  BEGIN { split("White Black Asian Indian Others", group, " ") }
  NR == 1 { print $0, "group"; next }
  { n = split($1, folder, "/"); split(folder[n], part, "_"); print $0, part[4] == "" ? "" : group[part[3] + 1] }
' "$faces/utkface/labels.csv" > "$work/utkface/labels.csv"

# Every second person is enrolled with the first picture and searched for with the others; the rest are strangers.
mkdir "$work/identities"
awk -F, -v OFS=, -v gallery="$work/identities/gallery.csv" -v probes="$work/identities/probes.csv" '
  NR == 1 { print "path", "identity" > gallery; print "path", "identity" > probes; next }
  !($2 in number) { number[$2] = ++persons; if (persons % 2) { print $1, $2 > gallery; next } }
  { print $1, $2 > probes }
' "$faces/identities/labels.csv"

for version in 3.0 2.0; do
  evaluate "identities-$version" verification --labels "$faces/identities/labels.csv" --model-version "$version"
  evaluate "utkface-$version" verification --labels "$work/utkface/labels.csv" --root "$faces/utkface" --model-version "$version"
done
evaluate identities-3.0 identification --gallery "$work/identities/gallery.csv" --probes "$work/identities/probes.csv" \
  --root "$faces/identities"
evaluate identities-3.0 quality --labels "$faces/identities/labels.csv"
evaluate detection detection --boxes "$faces/detection/boxes.csv"
evaluate detection-20 detection --boxes "$faces/detection/boxes.csv" --min-size 20
evaluate landmarks68 landmarks --points "$faces/landmarks68/landmarks68.csv"
evaluate mtfl landmarks --points "$faces/mtfl/labels.csv"
evaluate mtfl attributes --labels "$faces/mtfl/labels.csv"

find "$out" -name '*.png' -delete
"$home/mien" evaluate card --reports "$out" --out "$home/docs/model-card.md"
