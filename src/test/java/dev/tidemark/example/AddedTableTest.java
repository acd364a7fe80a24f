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
        assertEquals(staff(), warehouseStaff());
        sakila.execute(
                "UPDATE staff SET last_name = 'MOVED', store_id = 3 - store_id WHERE staff_id = 1",
                "INSERT INTO staff (first_name, last_name, address_id, store_id, active, username)"
                        + " SELECT 'New', 'Member', address_id, 1, 0, 'new' FROM staff LIMIT 1");
        tidemark.succeed("incremental");
        assertEquals(staff(), warehouseStaff());
        sakila.execute("DELETE FROM staff WHERE username = 'new'");
        tidemark.succeed("incremental");
        assertEquals(staff(), warehouseStaff());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        warehouse.execute("UPDATE dim_staff SET last_name = 'WRONG' WHERE staff_id = 2");
        String report = tidemark.run("validate").exitingWith(1).out();
        assertTrue(report.contains("dim_staff 2: different; last_name is \"WRONG\", should be \""), report);
        assertTrue(tidemark.succeed("keys", "--table", "dim_staff").out().lines().count() > 2);
    }

    @Test
    void theNextIncrementalAfterInitFillsIt() {
        System.clearProperty(SWITCH);
        tidemark.succeed("full-load");
        System.setProperty(SWITCH, "true");
        tidemark.succeed("init");
        String report = tidemark.succeed("validate", "--all").out();
        assertTrue(report.contains("2 pending rows will come with the next incremental"), report);

        tidemark.succeed("incremental");

        assertEquals(staff(), warehouseStaff());
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
        sakila.execute("UPDATE staff SET last_name = 'SILENT', last_update = last_update WHERE staff_id = 2");
        tidemark.succeed("incremental");
        assertEquals(staff(), warehouseStaff());
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
        String columns = String.join("`, `", warehouse.rows("SELECT name FROM pragma_table_info('dim_staff')"));
        String guide = Files.readString(GUIDE);
        assertTrue(guide.contains("| `dim_staff` | `" + columns + "` |"), columns);
    }

    private List<String> staff() {
        List<String> staff = sakila.rows("SELECT staff_id, first_name, last_name, store_id, active + 0 FROM staff"
                + " ORDER BY staff_id");
        assertFalse(staff.isEmpty());
        return staff;
    }

    private List<String> warehouseStaff() {
        return warehouse.rows("SELECT staff_id, first_name, last_name, store_id, active FROM dim_staff"
                + " LEFT JOIN dim_store USING (store_key) ORDER BY staff_id");
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
