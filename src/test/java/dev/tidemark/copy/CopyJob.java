package dev.tidemark.copy;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A copy from a SQLite file to a database of its own.
 *
 * @param source the source
 * @param target the target
 * @param state the file with Tidemark's records
 * @param configuration the configuration file
 */
public record CopyJob(SqliteFile source, TargetDatabase target, Path state, Path configuration)
        implements AutoCloseable {
    /** A job in {@code folder} with files of this name; {@code settings} are lines of its configuration. */
    public static CopyJob in(Path folder, String name, SqliteFile source, CopyTargetKind kind, String settings) {
        TargetDatabase target = kind.create();
        Path state = folder.resolve(name + ".state.db");
        try {
            Path configuration = Files.writeString(folder.resolve(name + ".yml"), """
                    pipeline: copy
                    source: {url: "jdbc:sqlite:%s"}
                    target: {url: "%s", username: "%s", password: "%s"}
                    state: %s
                    %s
                    """.formatted(source.path(), target.url(), target.username(), target.password(), state, settings));
            return new CopyJob(source, target, state, configuration);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A command line with its configuration. */
    public TidemarkCli cli() {
        return TidemarkCli.in(Map.of("TIDEMARK_CONFIG", configuration.toString()));
    }

    @Override
    public void close() {
        target.close();
    }
}
