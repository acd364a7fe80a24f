/** The parts that all runs share: counts, the limit of deletes, the lock of a file, retries and progress. */
package dev.tidemark.run;
