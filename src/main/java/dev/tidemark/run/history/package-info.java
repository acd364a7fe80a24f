/** What runs and validations did, and when: the history that a target keeps of them. */
package dev.tidemark.run.history;
