/** What happens to a copy when something breaks. */
package dev.tidemark.copy.faults;
