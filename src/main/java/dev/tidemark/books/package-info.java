/** Tidemark's own tables in the warehouse: what each run did, and how far each table is level with the source. */
package dev.tidemark.books;
