-- Remarks about persons, and what faces looked like.

ALTER TABLE person ADD COLUMN tag TEXT NOT NULL DEFAULT '';

-- What a face looked like in the picture it was added with: pixels of that picture, degrees, and
-- traits, which are all there or all null. A face added before this step has no row.
CREATE TABLE face_look (
  face_id INTEGER PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  pitch INTEGER NOT NULL,
  yaw INTEGER NOT NULL,
  roll INTEGER NOT NULL,
  gender INTEGER,
  age INTEGER,
  smile INTEGER,
  glasses INTEGER,
  CHECK ((gender IS NULL) = (age IS NULL) AND (gender IS NULL) = (smile IS NULL)
    AND (gender IS NULL) = (glasses IS NULL))
) STRICT;
