# Joins the labels that were set by eye, one file for each attribute, in one table for `mien evaluate attributes`. Paths are relative
# to the folder with the sets. A fourth column of a file, such as `sample`, says how its pictures were chosen and becomes a column.
#   awk -f by-eye-labels.awk mien-training/src/main/resources/dev/mien/training/labels/{emotion,skin}.csv
BEGIN { FS = "," }

{ sub(/\r$/, "") }

FNR == 1 {
  column = FILENAME
  sub(/.*\//, "", column)
  sub(/\.csv$/, "", column)
  gsub("-", "_", column)
  columns[++count] = column
  choice = $4
  if (choice != "" && !(choice in choices)) choices[choice] = ++kinds
  if (choice != "") named[choices[choice]] = choice
  next
}

{
  path = $1 "/" $2
  if (!(path in known)) {
    known[path]
    paths[++rows] = path
  }
  label[path, column] = $3
  if (NF > 3) chosen[path, choice] = $4
}

END {
  line = "path"
  for (i = 1; i <= kinds; i++) line = line "," named[i]
  for (i = 1; i <= count; i++) line = line "," columns[i]
  print line
  for (row = 1; row <= rows; row++) {
    line = paths[row]
    for (i = 1; i <= kinds; i++) line = line "," chosen[paths[row], named[i]]
    for (i = 1; i <= count; i++) line = line "," label[paths[row], columns[i]]
    print line
  }
}
