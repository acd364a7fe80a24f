package dev.tidemark.benchmark;

import dev.tidemark.copy.TargetDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that writing to PostgreSQL can take: COPY brings the rows, which wait as CSV in files, into the same tables
 * with their keys, foreign keys and indexes, in one transaction.
 */
final class CopyFloor {
    private final TargetDatabase target;
    private final List<String> tables;
    private final Path folder;

    /** Takes the rows of a target that a full load filled; {@code tables} name parents before their children. */
    CopyFloor(TargetDatabase target, List<String> tables, Path folder) {
        this.target = target;
        this.tables = tables;
        this.folder = folder;
        each((copy, table) -> {
            try (OutputStream file = Files.newOutputStream(file(table))) {
                copy.copyOut("COPY " + table + " TO STDOUT (FORMAT csv)", file);
            }
        });
    }

    /** Empties the tables. */
    void empty() {
        target.run("TRUNCATE " + String.join(", ", tables), "CHECKPOINT");
    }

    /** Fills the tables, which must be empty. */
    Usage measure() {
        long start = System.nanoTime();
        each((copy, table) -> {
            try (InputStream file = Files.newInputStream(file(table))) {
                copy.copyIn("COPY " + table + " FROM STDIN (FORMAT csv)", file, 65_536);
            }
        });
        return new Usage((System.nanoTime() - start) / 1e9, 0, 0);
    }

    @FunctionalInterface
    private interface Step {
        void take(CopyManager copy, String table) throws SQLException, IOException;
    }

    private void each(Step step) {
        try (Connection connection =
                DriverManager.getConnection(target.url(), target.username(), target.password())) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                step.take(copy, table);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".csv");
    }
}
