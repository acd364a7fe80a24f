/** What validate says of copies. */
package dev.tidemark.copy.validation;
