-- Accounts, credentials, groups, persons and faces.
-- Times are milliseconds since 1970. Statements end with a semicolon at the end of a line.

CREATE TABLE account (
  app_id INTEGER PRIMARY KEY,
  created_at_millis INTEGER NOT NULL
) STRICT;

CREATE TABLE credential (
  credential_key INTEGER PRIMARY KEY,
  secret_id TEXT NOT NULL UNIQUE,
  app_id INTEGER NOT NULL REFERENCES account,
  encrypted_key BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
  created_at_millis INTEGER NOT NULL
) STRICT;

CREATE INDEX credential_by_account ON credential (app_id);

-- Galleries do not refer to the account table: the accounts of a server may be kept elsewhere.
CREATE TABLE person_group (
  group_key INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL,
  group_id TEXT NOT NULL,
  name TEXT NOT NULL,
  tag TEXT NOT NULL,
  model_version TEXT NOT NULL,
  created_at_millis INTEGER NOT NULL,
  updated_at_millis INTEGER NOT NULL,
  UNIQUE (app_id, group_id),
  UNIQUE (app_id, name)
) STRICT;

-- The key follows the account in the index, which gives an account's groups in their order.
CREATE INDEX person_group_by_account ON person_group (app_id);

CREATE TABLE group_field (
  group_key INTEGER NOT NULL REFERENCES person_group ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  PRIMARY KEY (group_key, position),
  UNIQUE (group_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  person_key INTEGER PRIMARY KEY,
  app_id INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  gender INTEGER NOT NULL CHECK (gender BETWEEN 0 AND 2),
  model_version TEXT NOT NULL,
  created_at_millis INTEGER NOT NULL,
  UNIQUE (app_id, person_id)
) STRICT;

CREATE INDEX person_by_account ON person (app_id);

CREATE TABLE membership (
  group_key INTEGER NOT NULL REFERENCES person_group ON DELETE CASCADE,
  person_key INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  PRIMARY KEY (group_key, person_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_by_person ON membership (person_key);

-- What a group's field says of a person; a field that says nothing has no row.
CREATE TABLE membership_value (
  group_key INTEGER NOT NULL,
  person_key INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  value TEXT NOT NULL,
  PRIMARY KEY (group_key, person_key, position),
  FOREIGN KEY (group_key, person_key) REFERENCES membership ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The vector holds 32-bit floats, little-endian.
CREATE TABLE face (
  face_id INTEGER PRIMARY KEY,
  person_key INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  embedder_id TEXT NOT NULL,
  vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0),
  created_at_millis INTEGER NOT NULL
) STRICT;

CREATE INDEX face_by_person ON face (person_key);

-- The largest face id that was ever kept, so that no id is given twice.
CREATE TABLE last_face_id (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  face_id INTEGER NOT NULL
) STRICT;
