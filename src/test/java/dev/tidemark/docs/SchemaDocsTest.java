package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema as the guides show it is the schema that the migrations make. */
class SchemaDocsTest {
    private static final Guide ANALYSTS = Guide.read("src/docs/analysts.md");
    /** Of a payment without a rental in the warehouse there is nothing to refer to, so no key is declared. */
    private static final String UNDECLARED = "fact_rental > fact_payment";

    @TempDir
    private static Path folder;

    private static WarehouseFile warehouse;

    @BeforeAll
    static void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
    }

    @Test
    void theDiagramHasTheForeignKeysAndNoOther() {
        Set<String> drawn = Pattern.compile("(?m)^ +(\\w+) +[|o}{-]+ +(\\w+) :")
                .matcher(ANALYSTS.blocks("mermaid").getFirst())
                .results()
                .map(line -> line.group(1) + " > " + line.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = new TreeSet<>(warehouse.rows(
                "SELECT DISTINCT k.\"table\" || ' > ' || t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name) k"
                        + " WHERE t.type = 'table'"));
        declared.add(UNDECLARED);
        assertEquals(declared, drawn);
    }

    @Test
    void theListOfTablesHasAllColumnsInTheirOrder() {
        Map<String, List<String>> listed = new TreeMap<>();
        ANALYSTS.tableAfter("## Tables")
                .forEach(row -> listed.put(names(row.get(0)).getFirst(), names(row.get(1))));
        assertEquals(columns("table"), listed);
    }

    @Test
    void theGuideHasAllViewsWithTheirColumns() {
        Map<String, List<String>> listed = new TreeMap<>();
        Pattern.compile("(?s)### `(\\w+)`.*?Columns: (.*?)\\.\n")
                .matcher(ANALYSTS.text())
                .results()
                .forEach(view -> listed.put(view.group(1), names(view.group(2))));
        assertEquals(columns("view"), listed);
    }

    @Test
    void theQueriesOfTheGuideAnswerWithTheColumnsThatAreShown() {
        for (String query : ANALYSTS.blocks("sql")) {
            int width = ANALYSTS.tableAfter(query).getFirst().size();
            List<String> rows = warehouse.rows(query.replace("WHERE year = 2005", ""));
            assertEquals(width, rows.getFirst().split("\\|").length, query);
        }
    }

    private static Map<String, List<String>> columns(String type) {
        Map<String, List<String>> columns = new TreeMap<>();
        warehouse.rows("SELECT t.name || ' ' || group_concat(c.name, ' ') FROM sqlite_schema t, pragma_table_xinfo(t.name) c"
                        + " WHERE t.type = '" + type + "' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'flyway%'"
                        + " GROUP BY t.name")
                .forEach(row -> {
                    List<String> words = List.of(row.split(" "));
                    columns.put(words.getFirst(), words.subList(1, words.size()));
                });
        return columns;
    }

    private static List<String> names(String cell) {
        return Stream.of(Pattern.compile("`(\\w+)`").matcher(cell))
                .flatMap(matcher -> matcher.results().map(found -> found.group(1)))
                .toList();
    }
}
