# Joins the labels that were set by eye, one file for each attribute, in one table for `mien evaluate attributes`. Paths are relative
# to the folder with the sets; the column `sample` says how a picture was chosen, where a file tells.
#   awk -f by-eye-labels.awk mien-training/src/main/resources/dev/mien/training/labels/{emotion,skin}.csv
BEGIN { FS = "," }

{ sub(/\r$/, "") }

FNR == 1 {
  column = FILENAME
  sub(/.*\//, "", column)
  sub(/\.csv$/, "", column)
  gsub("-", "_", column)
  columns[++count] = column
  next
}

{
  path = $1 "/" $2
  if (!(path in known)) {
    known[path]
    paths[++rows] = path
  }
  label[path, column] = $3
  if (NF > 3) sample[path] = $4
}

END {
  line = "path,sample"
  for (i = 1; i <= count; i++) line = line "," columns[i]
  print line
  for (row = 1; row <= rows; row++) {
    line = paths[row] "," sample[paths[row]]
    for (i = 1; i <= count; i++) line = line "," label[paths[row], columns[i]]
    print line
  }
}
