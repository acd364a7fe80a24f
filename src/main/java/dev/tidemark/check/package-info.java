/** Looks at the source and the warehouse as a doctor would: what is there, what is missing and what to do about it. */
package dev.tidemark.check;
