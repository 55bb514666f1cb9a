# Writes the labels of an attribute set in the columns that `mien evaluate attributes` knows, joined with the labels that were set
# by looking at the same pictures (mien-training says how they count; see its Tasks). Only columns with a label are written.
#   awk -v set=mtfl -f attribute-labels.awk mien-training/src/main/resources/dev/mien/training/labels/*.csv FACES/mtfl/labels.csv
BEGIN {
  FS = ","
  count = split("gender young age kind smile glasses glasses_kind eyes_open mouth_open beard mask bald hair_length bang " \
    "hair_colour hat hat_style hat_colour Narrow_Eyes pose", columns, " ")
}

{ sub(/\r$/, "") }

FNR == 1 {
  file = FILENAME
  sub(/.*\//, "", file)
  sub(/\.csv$/, "", file)
  if (file == "labels") for (i = 1; i <= NF; i++) at[$i] = i
  next
}

file != "labels" { if ($1 == set) seen[file, $2] = $3; next }

{
  rows++
  put("path", $at["path"])
  put("gender", "Male" in at ? (own("Male") == 1 ? "m" : "f") : own("gender"))
  put("young", "Young" in at ? (own("Young") == 1 ? "yes" : "no") : "")
  put("age", own("age"))
  put("kind", own("kind"))
  put("smile", own("Smiling") own("smile"))
  put("pose", own("pose"))
  put("mask", own("mask"))
  put("mouth_open", own("Mouth_Slightly_Open"))
  put("bang", own("Bangs"))
  put("bald", own("Bald"))
  put("Narrow_Eyes", own("Narrow_Eyes"))
  glasses = own("Eyeglasses") own("glasses")
  put("glasses", glasses)
  put("glasses_kind", glasses == 1 ? eye("glasses-kind", "") : glasses)
  looked = set == "attributes" || set == "hats" || set == "mtfl"
  closed = eye("eyes-closed", 0)
  put("eyes_open", !looked || closed == "-" || eye("glasses-kind", 0) == 2 ? "" : 1 - closed)
  if ("No_Beard" in at) put("beard", own("No_Beard") != 1 || own("Mustache") == 1 || own("Goatee") == 1 ? 1 : 0)
  put("hair_length", own("Bald") == 1 ? 0 : eye("hair-length", ""))
  colours = own("Black_Hair") + own("Blond_Hair") + own("Brown_Hair") + own("Gray_Hair")
  put("hair_colour", colours != 1 ? "" : own("Blond_Hair") + 2 * own("Brown_Hair") + 3 * own("Gray_Hair"))
  hat = own("Wearing_Hat") own("hat")
  put("hat_style", set == "mtfl" ? eye("hat-style", 0) : hat == 1 ? eye("hat-style", 1) : hat)
  put("hat", set == "mtfl" ? (eye("hat-style", 0) == "-" ? "" : eye("hat-style", 0) > 0) : hat)
  put("hat_colour", eye("hat-colour", 0) > 0 ? eye("hat-colour", 0) : "")
}

END {
  line = "path"
  for (i = 1; i <= count; i++) if (columns[i] in labelled) line = line "," columns[i]
  print line
  for (row = 1; row <= rows; row++) {
    line = cells["path", row]
    for (i = 1; i <= count; i++) if (columns[i] in labelled) line = line "," cells[columns[i], row]
    print line
  }
}

function own(column) { return column in at ? $at[column] : "" }

function eye(what, otherwise) { return (what, $at["path"]) in seen ? seen[what, $at["path"]] : otherwise }

function put(column, value) {
  cells[column, rows] = value
  if (value != "") labelled[column] = 1
}
