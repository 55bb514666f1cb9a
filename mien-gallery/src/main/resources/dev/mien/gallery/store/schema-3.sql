-- Jobs that look for persons who are in groups more than once.

CREATE TABLE similarity_job (
  job_key INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  app_id INTEGER NOT NULL,
  -- Joined by the unit separator: the groups may be gone when the job is still told of.
  group_ids TEXT NOT NULL,
  false_alarm_rate REAL NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  started_at_millis INTEGER NOT NULL,
  result TEXT
) STRICT;

CREATE INDEX similarity_job_by_account ON similarity_job (app_id);
