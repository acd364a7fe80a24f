package dev.tidemark.config;

import java.time.Duration;

/** The settings that only one kind of pipeline has. */
public sealed interface PipelineSettings permits StarSettings, CopySettings {
    /** How long the pipeline's server may be silent before its connection counts as broken. */
    Duration timeout();
}
