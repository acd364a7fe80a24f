package dev.tidemark.config;

/** The settings that only one kind of pipeline has. */
public sealed interface PipelineSettings permits StarSettings, CopySettings {}
