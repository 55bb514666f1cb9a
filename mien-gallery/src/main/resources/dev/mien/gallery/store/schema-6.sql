-- Work that clients have asked for and come back for.

CREATE TABLE task (
  task_key INTEGER PRIMARY KEY,
  task_id TEXT NOT NULL UNIQUE,
  app_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- What the client has marked it with so that it is not done twice; empty for nothing.
  mark TEXT NOT NULL,
  priority INTEGER NOT NULL,
  request TEXT NOT NULL,
  created_at_millis INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  begun_at_millis INTEGER,
  finished_at_millis INTEGER,
  result TEXT NOT NULL
) STRICT;

CREATE INDEX task_by_mark ON task (app_id, kind, mark) WHERE mark <> '';

CREATE INDEX task_unfinished ON task (kind, app_id) WHERE finished_at_millis IS NULL;

CREATE INDEX task_finished ON task (kind, finished_at_millis);
