-- The ledger: what the source held when the tables were last level with it. Changes are found by comparing it with what
-- the source holds now. A warehouse from before has none; its next incremental compares every row and writes it.

-- The source as it was when fingerprints were last taken; one row.
CREATE TABLE sync_source (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  address       TEXT    NOT NULL,                   -- host:port/schema
  schema_name   TEXT    NOT NULL,
  server        TEXT    NOT NULL,                   -- what tells the server from any other
  started_at    TEXT    NOT NULL,                   -- UTC, by the server's clock
  alterations   INTEGER NOT NULL,                   -- how often the server altered or renamed tables since
  source_clock  TEXT    NOT NULL,                   -- UTC, by the server's clock
  machine_clock TEXT    NOT NULL                    -- UTC at the same time, by this machine's clock
) STRICT;

-- The tables of the source that are read.
CREATE TABLE sync_source_table (
  id          INTEGER PRIMARY KEY,
  table_name  TEXT    NOT NULL UNIQUE,
  description TEXT    NOT NULL,                     -- what the fingerprints are of
  rows        INTEGER NOT NULL,
  last_update TEXT,                                 -- the most recent time of change that a row bears
  snapshot_at TEXT    NOT NULL,                     -- UTC, by the source's clock: when the fingerprints were taken
  created_at  TEXT,                                 -- when the server says the table was created; NULL where unknown
  updated_at  TEXT                                  -- and when it was last touched
) STRICT;

-- Their fingerprints by ranges of keys.
CREATE TABLE sync_range (
  table_id    INTEGER NOT NULL REFERENCES sync_source_table (id) DEFERRABLE INITIALLY DEFERRED,
  first_key   INTEGER NOT NULL,                     -- the first value of the range
  rows        INTEGER NOT NULL,
  content     TEXT    NOT NULL,                     -- the XOR of the rows' hashes
  key_content TEXT,                                 -- the same of their keys, where something depends on them alone
  PRIMARY KEY (table_id, first_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE sync_state DROP COLUMN watermark;
ALTER TABLE sync_state DROP COLUMN key_hashes;
-- The most recent time of change that a row of the source bore when the table was last level with it.
ALTER TABLE sync_state ADD COLUMN last_update TEXT;
