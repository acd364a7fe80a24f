package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder or file that is moved or deleted in the middle of a run. SQLite would continue to write to the nameless
 * file, and report success.
 */
class VanishingFolderTest extends WithFlakyNetwork {
    private final Map<String, List<String>> before = survivor.star();

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void changeTheSource() {
        SourceChanges.make(sakila, 1);
    }

    @Test
    void aFolderThatIsMovedAwayTakesTheOldStarAlong() {
        fail("full-load", () -> Files.move(folder, elsewhere.resolve("moved")));

        new Survivor(new WarehouseFile(elsewhere.resolve("moved/analytics.db"))).requireUntouched(before);
    }

    @Test
    void aFileThatIsReplacedStaysAsItIsThen() {
        Path backup = elsewhere.resolve("backup.db");

        fail("incremental", () -> {
            Files.copy(warehouse.path(), backup);
            Files.move(backup, warehouse.path(), StandardCopyOption.REPLACE_EXISTING);
        });

        assertEquals(List.of("ok"), warehouse.rows("PRAGMA integrity_check"));
    }

    @Test
    void aFolderThatIsDeletedIsSaidSo() {
        fail("incremental", () -> {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        });
        assertTrue(Files.notExists(folder));
    }

    private void fail(String command, Mishap mishap) {
        network.once("from payment", link -> {
            try {
                mishap.happen();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        String complaint = remote.run(command).exitingWith(4).complaint();
        assertTrue(complaint.contains(" vanished or was replaced during the run"), complaint);
    }

    private interface Mishap {
        void happen() throws IOException;
    }
}
