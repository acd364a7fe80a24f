package dev.tidemark.status;

import java.util.List;

/** What the states of all pipelines have in common. */
public interface PipelineStatus {
    /** What is kept level, such as {@code the warehouse}. */
    String subject();

    /** One for each table. */
    List<? extends TableStatus> tables();

    /** The last runs, the latest first. */
    List<? extends RunStatus> runs();
}
