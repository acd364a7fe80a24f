/** What the validations of all pipelines say: verdicts, and how much is tolerated. */
package dev.tidemark.comparison;
