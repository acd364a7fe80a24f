-- Tidemark's records of a copy: its runs, its tables, and what became of each row of the source.

-- "TIDS" in ASCII: tells this file from any other SQLite file.
PRAGMA application_id = 1414087763;

CREATE TABLE sync_run (
  id             INTEGER PRIMARY KEY,
  command        TEXT    NOT NULL,
  started_at     TEXT    NOT NULL,                  -- UTC, by this machine's clock
  finished_at    TEXT,
  outcome        TEXT    NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed', 'interrupted')),
  rows_read      INTEGER NOT NULL DEFAULT 0,
  rows_inserted  INTEGER NOT NULL DEFAULT 0,
  rows_updated   INTEGER NOT NULL DEFAULT 0,
  rows_deleted   INTEGER NOT NULL DEFAULT 0,
  rows_unchanged INTEGER NOT NULL DEFAULT 0,
  message        TEXT
) STRICT;

CREATE TABLE copy_attempt (
  run_id     INTEGER NOT NULL,                      -- runs may be forgotten before their attempts
  attempt    INTEGER NOT NULL,                      -- from 1
  failed_at  TEXT    NOT NULL,                      -- UTC, by this machine's clock
  message    TEXT    NOT NULL,
  PRIMARY KEY (run_id, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_table (
  id          INTEGER PRIMARY KEY,
  table_name  TEXT    NOT NULL UNIQUE,              -- in the source
  description TEXT    NOT NULL,                     -- how rows were carried over: another one compares every row
  rows        INTEGER NOT NULL,                     -- of the source, then
  mapped      INTEGER NOT NULL,                     -- of them in the target
  rejected    INTEGER NOT NULL,                     -- of them left out
  changed_at  TEXT,                                 -- the latest time of change, as the source writes it
  snapshot_at TEXT,                                 -- UTC, by this machine's clock: what the target shows
  run_id      INTEGER
) STRICT;

-- One row for each row of the source, as it was when it was carried over last.
CREATE TABLE copy_row (
  table_id   INTEGER NOT NULL,
  source_key BLOB    NOT NULL,                      -- compares as the source orders its keys
  hash       BLOB,                                  -- SHA-256 of the row; NULL: carry it over again
  target_key BLOB,                                  -- NULL: made from the source's key
  status     INTEGER NOT NULL,                      -- 0 carried over, 1 rejected, 2 a parent is missing, 3 gone, 4 unfinished
  present    INTEGER NOT NULL CHECK (present IN (0, 1)), -- whether the target has it
  reason     TEXT,                                  -- why it was left out
  PRIMARY KEY (table_id, source_key)
) STRICT, WITHOUT ROWID;

-- Rows that were left out, or wait, or have to be removed: few, and asked for in each run.
CREATE INDEX copy_row_unsettled ON copy_row (table_id, status, source_key) WHERE status <> 0;
-- Which row of the source has a row of the target, where the target gives keys.
CREATE INDEX copy_row_target ON copy_row (table_id, target_key) WHERE target_key IS NOT NULL;

-- What each run did with each table.
CREATE TABLE copy_result (
  run_id       INTEGER NOT NULL,
  table_id     INTEGER NOT NULL,
  total        INTEGER NOT NULL,                    -- rows of the source
  inserted     INTEGER NOT NULL,
  updated      INTEGER NOT NULL,
  deleted      INTEGER NOT NULL,
  skipped      INTEGER NOT NULL,                    -- rows that were there already and equal
  failed       INTEGER NOT NULL,                    -- rows left out
  milliseconds INTEGER NOT NULL,
  message      TEXT,                                -- why the table failed as a whole
  PRIMARY KEY (run_id, table_id)
) STRICT, WITHOUT ROWID;
