package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A warehouse that is damaged or too new: one line reports it, and not a byte of it changes. */
class UnusableWarehouseTest extends WithReplication {
    private static final int PAGE = 4096;
    private static final List<String> ALL = List.of("init", "full-load", "incremental", "validate", "status");

    @Test
    void halfOfItsPagesAreGone() throws IOException {
        byte[] sound = sound();
        refuse(Arrays.copyOf(sound, sound.length / 2 / PAGE * PAGE), "is damaged", ALL);
    }

    @Test
    void itsLastPageIsCutShort() throws IOException {
        byte[] sound = sound();
        refuse(Arrays.copyOf(sound, sound.length - 1), "is damaged", ALL);
    }

    @Test
    void onlyItsHeaderIsLeft() throws IOException {
        refuse(Arrays.copyOf(sound(), 100), "is damaged", ALL);
    }

    @Test
    void itsSchemaIsGarbage() throws IOException {
        byte[] damaged = sound();
        Arrays.fill(damaged, 100, PAGE, (byte) 'x');
        refuse(damaged, "is damaged", List.of("init", "full-load"));
    }

    @Test
    void itIsFromANewerTidemarkThatUsesNoWriteAheadLog() throws IOException {
        warehouse.execute(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '99', 'later', 'SQL', script, checksum,"
                        + " installed_by, installed_on, execution_time, 1 FROM flyway_schema_history LIMIT 1",
                "PRAGMA journal_mode = DELETE");
        refuse(sound(), "is from a newer Tidemark", ALL);
    }

    private byte[] sound() throws IOException {
        return Files.readAllBytes(warehouse.path());
    }

    private void refuse(byte[] content, String expected, List<String> commands) throws IOException {
        Files.write(warehouse.path(), content);
        FolderContent before = FolderContent.of(folder);
        for (String command : commands) {
            String complaint = tidemark.run(command).exitingWith(4).complaint();
            assertTrue(complaint.contains(expected), complaint);
            assertTrue(complaint.contains(". Try: "), complaint);
            assertEquals(before, FolderContent.of(folder), command);
        }
    }
}
