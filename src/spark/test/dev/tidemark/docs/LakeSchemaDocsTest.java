package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.TableSync;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.table.KeyColumns;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of a lake as its guide shows it is that of the files that a load writes. */
class LakeSchemaDocsTest {
    private static final Guide GUIDE = Guide.read("src/docs/spark.md");

    @TempDir
    private Path folder;

    @Test
    void theListOfTablesHasAllColumnsWithTheirTypesKeysAndReferences() throws SQLException {
        List<String> files = new ArrayList<>();
        try (SakilaSchema sakila = SakilaSchema.small();
                Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            LakeCli lake = LakeCli.of(sakila, folder);
            lake.succeed("full-load");
            for (TableSync sync : StarPlan.get().tables()) {
                Path file = folder.resolve(lake.version().files(sync.name()).getFirst().name());
                files.add("| `%s` | %s |".formatted(sync.name(), columns(duckdb, sync, file)));
            }
        }

        List<String> listed = GUIDE.tableAfter("## Tables").stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .toList();
        assertEquals(String.join("\n", files), String.join("\n", listed));
    }

    private static String columns(Connection duckdb, TableSync sync, Path file) throws SQLException {
        KeyColumns key = sync.target().key();
        List<String> columns = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet described = statement.executeQuery(
                        "DESCRIBE SELECT * FROM read_parquet('" + file + "', hive_partitioning = false)")) {
            while (described.next()) {
                String name = described.getString("column_name");
                boolean isKey = name.equals(key.leading().name()) || key.isPair() && name.equals(key.following().name());
                columns.add("`%s` %s%s%s".formatted(
                        name,
                        described.getString("column_type"),
                        isKey ? " **key**" : "",
                        parents(sync, name).map(parent -> " → `" + parent + "`").collect(Collectors.joining())));
            }
        }
        return String.join(", ", columns);
    }

    /** The tables whose rows a column names. */
    private static Stream<String> parents(TableSync sync, String column) {
        Stream<String> dimensions = sync instanceof SourceSync<?, ?> mapped
                ? mapped.dimensions()
                        .filter(dimension -> dimension.column().name().equals(column))
                        .map(dimension -> dimension.table().name())
                : Stream.empty();
        Stream<String> derived = StarPlan.get().derivedSyncs().stream()
                .filter(other -> other.references().stream().anyMatch(referring ->
                        referring.name().equals(column) && referring.table().name().equals(sync.name())))
                .map(TableSync::name);
        return Stream.concat(dimensions, derived).distinct();
    }
}
