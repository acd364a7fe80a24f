package dev.tidemark.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Replication;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The guide to adding a table, followed step by step. */
@Isolated("It switches the added table on in the whole JVM.")
class AddedTableTest extends WithReplication {
    private static final Path GUIDE = Path.of("src/docs/adding-a-table.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/tidemark/example");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)```");
    private static final String SWITCH = "tidemark.test.example";

    AddedTableTest() {
        super(Replication.small());
    }

    @BeforeEach
    void addTheTable() throws IOException {
        tidemark.succeed("init");
        warehouse.execute(block("sql").split(";\\s*"));
        System.setProperty(SWITCH, "true");
    }

    @AfterEach
    void takeItOutAgain() {
        System.clearProperty(SWITCH);
    }

    @Test
    void itIsLoadedKeptLevelAndValidated() {
        tidemark.succeedAll("init", "full-load");
        assertEquals(copies(), warehouseCopies());
        sakila.execute(
                "UPDATE inventory SET film_id = film_id + 1, store_id = 3 - store_id WHERE inventory_id = 1",
                "INSERT INTO inventory (inventory_id, film_id, store_id) VALUES (5000, 3, 1)");
        tidemark.succeed("incremental");
        assertEquals(copies(), warehouseCopies());
        sakila.execute("DELETE FROM inventory WHERE inventory_id = 5000");
        tidemark.succeed("incremental");
        assertEquals(copies(), warehouseCopies());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        warehouse.execute("UPDATE dim_copy SET last_update = '2001-01-01 00:00:00' WHERE inventory_id = 2");
        String report = tidemark.run("validate").exitingWith(1).out();
        assertTrue(report.contains("dim_copy 2: different; last_update is \"2001-01-01 00:00:00\", should be \""), report);
        assertTrue(tidemark.succeed("keys", "--table", "dim_copy").out().lines().count() > 2);
    }

    @Test
    void theNextIncrementalAfterInitFillsIt() {
        System.clearProperty(SWITCH);
        tidemark.succeed("full-load");
        System.setProperty(SWITCH, "true");
        tidemark.succeed("init");
        String report = tidemark.succeed("validate", "--all").out();
        assertTrue(report.contains("120 pending rows will come with the next incremental"), report);

        tidemark.succeed("incremental");

        assertEquals(copies(), warehouseCopies());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        tidemark.succeed("incremental");
        assertEquals("0", warehouse.lastRun("rows_read"));
    }

    @Test
    void columnsThatItReadsAndNothingElseReadAreFoundToChange() {
        System.clearProperty(SWITCH);
        tidemark.succeed("full-load");
        System.setProperty(SWITCH, "true");
        tidemark.succeedAll("init", "incremental");
        sakila.execute("UPDATE inventory SET last_update = '2001-01-01 00:00:00' WHERE inventory_id = 2");
        tidemark.succeed("incremental");
        assertEquals(copies(), warehouseCopies());
    }

    @Test
    void theGuideShowsTheCodeThatIsTested() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int compared = 0;
        while (blocks.find()) {
            if (blocks.group(1).equals("java")) {
                Matcher name = Pattern.compile("class (\\w+)").matcher(blocks.group(2));
                assertTrue(name.find(), blocks::group);
                String source = Files.readString(SOURCES.resolve(name.group(1) + ".java"))
                        .replaceFirst("(?s)^package .*?\n(?=/\\*\\*)", "")
                        .replaceFirst("@Requires.*\n", "");
                assertEquals(source, blocks.group(2));
                compared++;
            }
        }
        assertEquals(3, compared);
    }

    @Test
    void theGuideShowsTheLinesThatTheBuildAsksFor() throws IOException {
        String columns = String.join("`, `", warehouse.rows("SELECT name FROM pragma_table_info('dim_copy')"));
        String guide = Files.readString(GUIDE);
        assertTrue(guide.contains("| `dim_copy` | `" + columns + "` |"), columns);
    }

    private List<String> copies() {
        List<String> copies = sakila.rows("SELECT inventory_id, film_id, store_id, last_update FROM inventory"
                + " ORDER BY inventory_id");
        assertFalse(copies.isEmpty());
        return copies;
    }

    private List<String> warehouseCopies() {
        return warehouse.rows("SELECT inventory_id, film_id, store_id, dim_copy.last_update FROM dim_copy"
                + " LEFT JOIN dim_film USING (film_key) LEFT JOIN dim_store USING (store_key) ORDER BY inventory_id");
    }

    private static String block(String language) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        while (blocks.find()) {
            if (blocks.group(1).equals(language)) {
                return blocks.group(2);
            }
        }
        throw new AssertionError("No " + language + " in " + GUIDE);
    }
}
