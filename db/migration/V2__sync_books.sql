-- Tidemark's own books: how far each table is level with the source, and what each run did.

CREATE TABLE sync_run (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
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

CREATE TABLE sync_state (
  table_name  TEXT PRIMARY KEY,
  watermark   TEXT,                                 -- UTC, by the source's clock: where the next incremental starts
  snapshot_at TEXT,                                 -- UTC, by the source's clock: what the table is level with
  rows        INTEGER NOT NULL,
  key_hashes  INTEGER NOT NULL,                     -- the sum of the natural keys' hashes
  run_id      INTEGER REFERENCES sync_run (id)
) STRICT, WITHOUT ROWID;
