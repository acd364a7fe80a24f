package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.ObjectStore;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of a version make it readable for DuckDB and Spark SQL, wherever the lake lies. */
class LakeViewsTest {
    private static final String PAYMENTS = "SELECT count(*) FROM fact_payment";

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private LakeCli lake;

    @BeforeEach
    void load() {
        ObjectStore.addTo(LakeCli.session());
        lake = LakeCli.of(sakila, folder.resolve("it's {a, b} [c] 100%/my lake"));
        lake.succeed("full-load");
    }

    @Test
    void duckDbReadsTheStarOfTheOracle() {
        LakeExactness.require(sakila, lake);
    }

    @Test
    void sparkSqlReadsTheStarOfTheOracle() {
        StarOracle.compute(sakila).requireEqual("Spark SQL differs from the oracle.", starOfSparkSql(lake));
    }

    @Test
    void aStoreOfObjectsIsReadByItsOwnAddress() {
        LakeCli objects = LakeCli.of(sakila, folder.resolve("objects")).by(ObjectStore.SCHEME);
        objects.succeed("full-load");
        sakila.execute("UPDATE payment SET amount = amount + 1 WHERE payment_id % 7 = 0");
        objects.succeed("incremental", "--keep", "1");

        StarOracle.compute(sakila).requireEqual("Spark SQL differs from the oracle.", starOfSparkSql(objects));
        Version current = objects.version();
        Version other = new Version(
                2, "full-load", current.snapshotAt(), current.source(), current.tables(), current.sources());
        assertThrows(TidemarkException.class, () -> new Versions(objects.folder()).publish(other));
        assertEquals(current, objects.version());
    }

    @Test
    void aReaderOfAVersionReadsItUntilItIsDeletedAndThenFails() throws SQLException {
        String duckdb = LakeReader.script(lake, "duckdb");
        String spark = LakeReader.script(lake, "spark");
        long payments = count(lake);
        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:")) {
            LakeReader.open(reader, duckdb);
            SparkSession views = open(spark);
            sakila.execute("DELETE FROM payment WHERE payment_id % 10 = 0");

            lake.succeed("incremental", "--keep", "2");

            assertTrue(count(lake) < payments);
            assertEquals(payments, count(reader));
            assertEquals(payments, views.sql(PAYMENTS).first().getLong(0));

            lake.succeed("full-load", "--keep", "1");

            assertThrows(SQLException.class, () -> count(reader));
            assertThrows(Exception.class, () -> views.sql(PAYMENTS).first());
            assertThrows(SQLException.class, () -> LakeReader.open(reader, duckdb));
            assertThrows(Exception.class, () -> open(spark));
        }
    }

    @Test
    void sparkSqlRefusesAVersionOfWhichSomeFilesAreGone() throws IOException {
        String script = LakeReader.script(lake, "spark");
        Path file = lake.lake().resolve(lake.version().files("fact_payment").getFirst().name());
        Files.delete(file);

        Exception failure = assertThrows(Exception.class, () -> open(script));

        assertTrue(failure.getMessage().contains("Files of version 1 are gone"), failure.getMessage());
    }

    private static Star starOfSparkSql(LakeCli lake) {
        SparkSession views = open(LakeReader.script(lake, "spark"));
        Map<StarTable, StarRows> tables = new EnumMap<>(StarTable.class);
        for (StarTable table : StarTable.values()) {
            createView(views, table.name().toLowerCase(Locale.ROOT));
            tables.put(table, rows(views, StarReader.query(table), table.keyColumns()));
        }
        return new Star(tables);
    }

    private static SparkSession open(String script) {
        SparkSession session = LakeCli.session().newSession();
        Stream.of(script.split(";\n")).forEach(statement -> session.sql(statement).collectAsList());
        return session;
    }

    /** Gives the columns of a table as SQLite has them. */
    private static void createView(SparkSession session, String table) {
        List<String> columns = Stream.of(session.table(table).schema().fields())
                .flatMap(LakeViewsTest::columns)
                .toList();
        session.table(table).selectExpr(columns.toArray(String[]::new)).createOrReplaceTempView(table);
    }

    private static Stream<String> columns(StructField field) {
        String name = field.name();
        return switch (field.dataType().sql()) {
            case "TIMESTAMP_NTZ" -> Stream.of("date_format(%1$s, 'yyyy-MM-dd HH:mm:ss') AS %1$s".formatted(name));
            case "DATE" -> Stream.of("CAST(%1$s AS STRING) AS %1$s".formatted(name));
            case "BOOLEAN" -> Stream.of("CAST(%1$s AS INT) AS %1$s".formatted(name));
            case "DECIMAL(10,2)" -> Stream.of(
                    "CAST(%1$s * 100 AS BIGINT) AS %1$s_cents".formatted(name),
                    "CAST(%1$s AS DOUBLE) AS %1$s".formatted(name));
            default -> Stream.of(name);
        };
    }

    private static StarRows rows(SparkSession session, String query, int keyColumns) {
        var answer = session.sql(query);
        List<String> columns = List.of(answer.columns());
        Map<String, List<String>> rows = new TreeMap<>();
        for (Row row : answer.collectAsList()) {
            List<String> values = new ArrayList<>();
            IntStream.range(0, columns.size())
                    .forEach(column -> values.add(row.isNullAt(column) ? null : row.get(column).toString()));
            rows.put(String.join("/", values.subList(0, keyColumns)), values);
        }
        return new StarRows(columns, rows);
    }

    private static long count(LakeCli lake) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            LakeReader.open(connection, LakeReader.script(lake, "duckdb"));
            return count(connection);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(PAYMENTS.replace("fact_", "lake.fact_"))) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
