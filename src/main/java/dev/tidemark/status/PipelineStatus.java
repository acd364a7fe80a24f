package dev.tidemark.status;

import java.time.Instant;
import java.util.List;

/** What the states of all pipelines have in common. */
public interface PipelineStatus {
    /** What is kept level, such as {@code the warehouse}. */
    String subject();

    /** The bytes of the file, and of the write-ahead log beside it. */
    long fileBytes();

    /** One for each table. */
    List<? extends TableStatus> tables();

    /** The last runs, the latest first. */
    List<? extends RunStatus> runs();

    /** When a load last succeeded, however long ago, UTC; null if none did. */
    Instant lastSuccessAt();

    /** The last validation; null if there was none. */
    ValidationStatus lastValidation();
}
