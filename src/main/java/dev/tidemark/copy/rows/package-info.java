/** The rows of a copy as loads and validations both see them: read in order, compared with the state, and converted. */
package dev.tidemark.copy.rows;
