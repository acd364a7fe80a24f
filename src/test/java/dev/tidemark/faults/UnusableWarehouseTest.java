package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A file that is no warehouse, a damaged one, or one of another version: said in a line, and not a byte of it changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnusableWarehouseTest {
    private static final List<String> COMMANDS = List.of("init", "full-load", "incremental", "validate", "status");

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    private Path folder;
    private byte[] sound;

    @BeforeAll
    void makeAWarehouse(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path file = temporary.resolve("sound.db");
        TidemarkCli.of(sakila, file).succeedAll("init", "full-load");
        sound = Files.readAllBytes(file);
    }

    @Test
    void aTextFile() throws IOException {
        refuse("notes.txt", "Shopping list: milk, eggs".getBytes(StandardCharsets.UTF_8), "is not a SQLite database", COMMANDS);
    }

    @Test
    void aFileOfSqliteWithoutOurMark() throws IOException {
        WarehouseFile other = new WarehouseFile(folder.resolve("another 100% #1 ü.db"));
        other.execute("CREATE TABLE recipes (name)");
        refuse("another 100% #1 ü.db", Files.readAllBytes(other.path()), "not a Tidemark warehouse", COMMANDS);
        other.execute("PRAGMA journal_mode = WAL");
        refuse("another 100% #1 ü.db", Files.readAllBytes(other.path()), "not a Tidemark warehouse", COMMANDS);
    }

    @Test
    void aFileThatLostItsEnd() throws IOException {
        refuse("half.db", Arrays.copyOf(sound, sound.length / 2 / 4096 * 4096), "is damaged", COMMANDS);
        refuse("odd.db", Arrays.copyOf(sound, sound.length - 1000), "is damaged", COMMANDS);
        refuse("header.db", Arrays.copyOf(sound, 100), "is ", COMMANDS);
    }

    @Test
    void aFileWhoseSchemaIsGarbage() throws IOException {
        byte[] damaged = sound.clone();
        Arrays.fill(damaged, 100, 4096, (byte) 'x');
        refuse("garbage.db", damaged, "is damaged", List.of("init", "full-load"));
    }

    @Test
    void aFileWhoseRowsAreGarbage() throws IOException {
        byte[] damaged = sound.clone();
        Arrays.fill(damaged, 4096 * 20, damaged.length - 4096, (byte) 'x');
        refuse("rows.db", damaged, "is damaged", List.of("incremental"));
    }

    @Test
    void aFileOfANewerTidemark() throws IOException {
        Path file = Files.write(folder.resolve("newer.db"), sound);
        new WarehouseFile(file).execute("INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script,"
                + " checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");
        refuse("newer.db", Files.readAllBytes(file), "is from a newer Tidemark", COMMANDS);
        new WarehouseFile(file).execute("PRAGMA journal_mode = DELETE");
        refuse("newer.db", Files.readAllBytes(file), "is from a newer Tidemark", COMMANDS);
    }

    @Test
    void aFolder() throws IOException {
        Path place = Files.createDirectory(folder.resolve("folder.db"));
        for (String command : COMMANDS) {
            require(TidemarkCli.of(sakila, place).run(command), "is a folder");
        }
    }

    private void refuse(String name, byte[] content, String expected, List<String> commands) throws IOException {
        Path file = folder.resolve(name);
        for (String command : commands) {
            Files.write(file, content);
            require(TidemarkCli.of(sakila, file).run(command), expected);
            assertArrayEquals(content, Files.readAllBytes(file), name + " after " + command);
            try (var files = Files.list(folder)) {
                assertEquals(Set.of(file), files.filter(other -> other.toString().contains(name)).collect(Collectors.toSet()));
            }
        }
    }

    private static void require(TidemarkCli.Result result, String expected) {
        result.exitingWith(4);
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(expected), result.err());
        assertTrue(result.err().contains(". Try: "), result.err());
    }
}
