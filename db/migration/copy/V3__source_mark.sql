-- What the file system told of the source when all rows of a table were compared: a source with the same mark was not
-- written to since, and its rows need not be read.
ALTER TABLE copy_table ADD COLUMN source_mark TEXT;
