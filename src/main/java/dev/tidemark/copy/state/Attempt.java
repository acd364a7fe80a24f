package dev.tidemark.copy.state;

import java.time.LocalDateTime;

/**
 * An attempt of a run that failed and was made again.
 *
 * @param runId the run
 * @param attempt its number in the run, from 1
 * @param failedAt UTC, by this machine's clock
 * @param message why it failed
 */
public record Attempt(long runId, long attempt, LocalDateTime failedAt, String message) {}
