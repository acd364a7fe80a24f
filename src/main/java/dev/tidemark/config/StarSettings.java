package dev.tidemark.config;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the star alone.
 *
 * @param source the source database
 * @param warehouse the SQLite file to keep level
 * @param warehouseMode who may open it; if empty, a new file is its owner's, and an existing one stays as it is
 */
public record StarSettings(Settings.Source source, Path warehouse, Optional<Set<PosixFilePermission>> warehouseMode)
        implements PipelineSettings {
    @Override
    public Duration timeout() {
        return source.timeout();
    }
}
