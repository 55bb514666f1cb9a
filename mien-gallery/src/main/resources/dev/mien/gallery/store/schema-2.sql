-- Templates for other model versions, upgrades of groups, and deletions that take their time.

-- What the embedders of other model versions have made of a face, from the same picture. A person's
-- face has the template of the person's model version here, or else the one in its row.
CREATE TABLE kept_template (
  kept_key INTEGER PRIMARY KEY,
  face_id INTEGER NOT NULL REFERENCES face ON DELETE CASCADE,
  model_version TEXT NOT NULL,
  embedder_id TEXT NOT NULL,
  vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0),
  UNIQUE (face_id, model_version)
) STRICT;

CREATE TABLE upgrade_job (
  job_key INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  group_key INTEGER NOT NULL REFERENCES person_group ON DELETE CASCADE,
  from_version TEXT NOT NULL,
  to_version TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'REVERTING', 'REVERTED', 'FAILED')),
  started_at_millis INTEGER NOT NULL,
  ended_at_millis INTEGER
) STRICT;

CREATE INDEX upgrade_job_by_group ON upgrade_job (group_key);

-- Groups that are being deleted: nobody but the deletion may touch them.
CREATE TABLE group_deletion (
  group_key INTEGER PRIMARY KEY REFERENCES person_group ON DELETE CASCADE
) STRICT;
