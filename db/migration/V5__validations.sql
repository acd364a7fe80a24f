-- The last validations: when, with what verdict, and how many rows.
CREATE TABLE sync_validation (
  id            INTEGER PRIMARY KEY,
  started_at    TEXT    NOT NULL,                   -- UTC, by this machine's clock
  finished_at   TEXT    NOT NULL,
  verdict       TEXT    NOT NULL CHECK (verdict IN ('equal', 'partial', 'pending', 'tolerated', 'different')),
  first_day     TEXT,                               -- of the facts that were compared; NULL for all
  last_day      TEXT,
  rows_compared INTEGER NOT NULL,                   -- of the source
  rows_wrong    INTEGER NOT NULL,
  rows_pending  INTEGER NOT NULL
) STRICT;
