/** What a copy carries from where to where: tables, columns, keys and references, checked against both ends. */
package dev.tidemark.copy.plan;
