/** Tests of the comparison of a copy's rows with what the state knows. */
package dev.tidemark.copy.rows;
