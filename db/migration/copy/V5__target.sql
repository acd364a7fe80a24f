-- The target that the rows of this state are in.
CREATE TABLE copy_target (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  address  TEXT    NOT NULL,                        -- as the configuration names it
  server   TEXT    NOT NULL,                        -- what the server tells of itself and of the database
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)) -- 0: the next run compares every row
) STRICT;
