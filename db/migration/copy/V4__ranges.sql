-- What is known of ranges of rows, in the order of the source's keys. A range reaches up to the next one of its table; the
-- first begins with an empty key, before all others. While the rows of a range have its hash, none of them has changed.
CREATE TABLE copy_range (
  table_id  INTEGER NOT NULL,
  first_key BLOB    NOT NULL,
  hash      BLOB,                                   -- SHA-256 of its rows; NULL: compare them singly
  PRIMARY KEY (table_id, first_key)
) STRICT, WITHOUT ROWID;
