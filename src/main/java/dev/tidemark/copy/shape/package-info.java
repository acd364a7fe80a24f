/** Tables as a database describes them, on either side of a copy. Knows no database. */
package dev.tidemark.copy.shape;
