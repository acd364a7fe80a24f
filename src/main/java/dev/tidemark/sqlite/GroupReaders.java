package dev.tidemark.sqlite;

import dev.tidemark.sql.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/**
 * Lets a group that may read a file in WAL mode, but not write it, open it. SQLite needs the write-ahead log and its
 * index beside the file, and these readers cannot create them. So both stay there when nobody has the file open.
 */
final class GroupReaders {
    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r-----");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private GroupReaders() {}

    /** Whether the file has the mode that init gives it for such a group. */
    static boolean has(Path file) {
        try {
            return Files.getPosixFilePermissions(file).equals(MODE);
        } catch (UnsupportedOperationException noPermissionsHere) {
            return false;
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    /**
     * Runs {@code close}, which closes all connections of this program that can write. A connection that can only read
     * outlives them, because the last connection removes the log if it can write.
     */
    static void keepLog(Path file, Runnable close) {
        WarehouseSchema.inspect(SqliteSettings.forReading(file, PATIENCE), session -> {
            // SQLite opens the file at the first question.
            Mappers.of(session, PragmaMapper.class).applicationId();
            close.run();
            return null;
        });
    }
}
