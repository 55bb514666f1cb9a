#!/usr/bin/env bash
# Makes the calibration tables of the default model pack from the development faces.
#   docs/evaluation/calibrate.sh [FACES]
# FACES is the folder with the sets (default: ../shared/faces beside the checkout). Takes some minutes on two cores. Needs
# the cohorts of half the people in mien-vision/target/measured: mvn -pl mien-vision test -Dtest=CohortMeasurement writes them.
# MIEN is the program to run (default: that of this checkout). Build the pack anew afterwards.
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
faces=$(cd "${1:-$home/../shared/faces}" && pwd)
mien=${MIEN:-$home/mien}
measured="$home/mien-vision/target/measured"
pack="$home/mien-models/target/classes/dev/mien/models/default-pack"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The people of utkface are in the cohort. A table made of them would promise too much, so each half is embedded with the cohort
# of the other half. Adults of a group and of a sex are slices that the table follows; ages and children are reported.
for half in 0 1; do
  cp -r "$pack" "$work/pack-$half"
  for embedder in mien-fusion-int8-1 dlib-resnet-int8-1; do
    cohort="$work/pack-$half/$embedder.cohort.f32"
    old=$(sha256sum "$cohort" | cut -d' ' -f1)
    cp "$measured/$embedder.half-$half.cohort.f32" "$cohort"
    new=$(sha256sum "$cohort" | cut -d' ' -f1)
    sed -i "s/$old/$new/" "$work/pack-$half/pack.yaml"
  done
  mkdir -p "$work/$half/utkface"
  awk -F, -v OFS=, -v half=$half -v images="$faces/utkface/" '
    BEGIN { split("White Black Asian Indian Others", name, " ") }
    { sub(/\r$/, "") }
    FNR == NR { if ($0 !~ /^#/) { n = split($0, paths, " "); for (i = 1; i <= n; i++) person[paths[i]] = paths[1] } next }
    FNR == 1 { print "path", "identity", "slice-group", "slice-sex", "report-children", "report-age"; next }
    FNR % 2 == half { next }
    { n = split($1, folder, "/"); split(folder[n], part, "_"); adult = $2 >= 16
      group = part[4] == "" ? "" : name[part[3] + 1]
      age = $2 < 6 ? "0-5" : $2 < 16 ? "6-15" : $2 < 31 ? "16-30" : $2 < 51 ? "31-50" : "over 50"
      print images $1, ($1 in person ? person[$1] : $1), adult && group != "" ? group " adults" : "",
        adult ? ($3 == "f" ? "women" : "men") : "", !adult && group != "" ? group " children" : "", "age " age }
  ' "$home/docs/evaluation/utkface-same-people.txt" "$faces/utkface/labels.csv" > "$work/$half/utkface/labels.csv"
done

# A slice of other people errs somewhat more often than one that the table follows: 2.2 here holds it to 3 there at score 50. At 40
# the table would promise strangers of mixed origins less than half of what passes, were it held up as much (docs/adr/0031).
"$mien" calibrate --every-version --slice-tolerance 1e-3=4.5,1e-4=2.2 --labels "$faces/identities/labels.csv" \
  --labels "$work/0/utkface/labels.csv" --pack-of "$work/0/utkface/labels.csv=$work/pack-0" \
  --labels "$work/1/utkface/labels.csv" --pack-of "$work/1/utkface/labels.csv=$work/pack-1" \
  --out "$home/docs/evaluation/calibration"
# Where the pictures lie is nobody else's business.
sed -i "s|\"$faces/utkface/|\"|" "$home"/docs/evaluation/calibration/*.json
mv "$home"/docs/evaluation/calibration/*.txt "$home/mien-models/src/main/pack/"
