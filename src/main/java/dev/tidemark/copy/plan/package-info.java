/** What a copy carries from where to where: tables, columns, keys and references. */
package dev.tidemark.copy.plan;
