-- How fit a face is for recognition, by which it is weighed among its person's: the score of the
-- engine that has seen the picture, 0 to 100, or -1 where it is not known, as of all faces that
-- were added before this step.

ALTER TABLE face ADD COLUMN quality INTEGER NOT NULL DEFAULT -1
  CHECK (quality BETWEEN -1 AND 100);
