-- Custom persons: a library an account, categories on two levels, persons and their pictures.

CREATE TABLE custom_group (
  app_id INTEGER PRIMARY KEY,
  group_key INTEGER NOT NULL UNIQUE REFERENCES person_group ON DELETE CASCADE,
  bucket TEXT NOT NULL
) STRICT;

-- A category of the first level has no second one: an empty text.
CREATE TABLE custom_category (
  category_key INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  first_level TEXT NOT NULL CHECK (first_level <> ''),
  second_level TEXT NOT NULL,
  UNIQUE (app_id, number),
  UNIQUE (app_id, first_level, second_level)
) STRICT;

-- The largest number that an account's categories ever had, so that none is given twice.
CREATE TABLE last_custom_category (
  app_id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT;

-- A custom person goes with the gallery's person. Without pictures it is none of the gallery's, and
-- refers to none.
CREATE TABLE custom_person (
  custom_key INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL REFERENCES custom_group ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  person_key INTEGER UNIQUE REFERENCES person ON DELETE CASCADE,
  name TEXT NOT NULL,
  basic_info TEXT NOT NULL,
  category_key INTEGER NOT NULL REFERENCES custom_category,
  created_at_millis INTEGER NOT NULL,
  UNIQUE (app_id, person_id)
) STRICT;

CREATE INDEX custom_person_by_age ON custom_person (app_id, created_at_millis);

CREATE INDEX custom_person_by_category ON custom_person (category_key);

-- A picture goes with the face that was made of it.
CREATE TABLE custom_image (
  image_key INTEGER PRIMARY KEY,
  custom_key INTEGER NOT NULL REFERENCES custom_person ON DELETE CASCADE,
  image_id TEXT NOT NULL,
  media TEXT NOT NULL UNIQUE,
  face_id INTEGER NOT NULL UNIQUE REFERENCES face ON DELETE CASCADE,
  UNIQUE (custom_key, image_id)
) STRICT;
