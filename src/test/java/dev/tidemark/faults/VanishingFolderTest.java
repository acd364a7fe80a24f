package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder or file that goes away in the middle of a run. SQLite would write on to what has no name any more, and report
 * success.
 */
class VanishingFolderTest {
    @AutoClose
    private final FlakyReplication replication = FlakyReplication.loaded();

    private final SakilaSchema sakila = replication.source();
    private final FlakyProxy network = replication.network();
    private final Path home = replication.plain().folder();
    private final WarehouseFile warehouse = replication.warehouse();
    private final Map<String, List<String>> before = replication.survivor().star();

    @TempDir
    private Path folder;

    @BeforeEach
    void changeTheSource() {
        SourceChanges.make(sakila, 1);
    }

    @Test
    void aFolderThatIsMovedAwayTakesTheOldStarAlong() {
        Path elsewhere = folder.resolve("elsewhere");

        fail("full-load", () -> Files.move(home, elsewhere));

        new Survivor(new WarehouseFile(elsewhere.resolve("analytics.db"))).requireUntouched(before);
    }

    @Test
    void aFileThatIsReplacedStaysAsItIsThen() {
        Path backup = folder.resolve("backup.db");

        fail("incremental", () -> {
            Files.copy(warehouse.path(), backup);
            Files.move(backup, warehouse.path(), StandardCopyOption.REPLACE_EXISTING);
        });

        assertEquals(List.of("ok"), warehouse.rows("PRAGMA integrity_check"));
    }

    @Test
    void aFolderThatIsDeletedIsSaidSo() {
        fail("incremental", () -> {
            try (var files = Files.list(home)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(home);
        });
        assertTrue(Files.notExists(home));
    }

    private void fail(String command, Mishap mishap) {
        network.once("from payment", link -> {
            try {
                mishap.happen();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        String complaint = replication.tidemark().run(command).exitingWith(4).complaint();
        assertTrue(complaint.contains(" vanished or was replaced during the run"), complaint);
    }

    private interface Mishap {
        void happen() throws IOException;
    }
}
