package dev.tidemark.report;

import dev.tidemark.comparison.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A report that was written.
 *
 * @param file the HTML file
 * @param bytes its size
 * @param writtenAt when the report was made, UTC, by this machine's clock
 * @param verdict the verdict of the validation that the command ran; null if it ran none
 */
@Serdeable
public record ReportResult(String file, long bytes, Instant writtenAt, Verdict verdict) {}
