package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validation of a lake finds what is wrong, and tells it from what the next load brings. */
class LakeValidateTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private LakeCli lake;

    @BeforeEach
    void load() {
        lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
    }

    @Test
    void aLakeMatchesTheSourceAfterALoad() {
        TidemarkCli.Result result = lake.succeed("validate", "--all", "--fail-on", "warning");

        assertTrue(result.out().contains("The lake matches the source."), result::out);
    }

    @Test
    void rowsThatChangedSinceTheLoadArePending() {
        sakila.execute("UPDATE payment SET amount = amount + 1 WHERE payment_id % 5 = 0");
        sakila.execute("UPDATE customer SET last_name = 'PENDING' WHERE customer_id = 1");

        TidemarkCli.Result result = lake.succeed("validate", "--all");

        assertTrue(result.out().contains("The lake matches the source."), result::out);
        assertTrue(result.out().contains("will come with the next incremental."), result::out);
        lake.run("validate", "--all", "--fail-on", "warning").exitingWith(1);
        lake.succeed("incremental");
        lake.succeed("validate", "--all", "--fail-on", "warning");
    }

    @Test
    void rowsWithWrongValuesAreFound() throws SQLException, IOException {
        damage("fact_payment", "SELECT * REPLACE (CAST(1234.5 AS DECIMAL(10, 2)) AS amount) FROM t");
        damage("fact_rental", "SELECT * REPLACE (TIMESTAMP '2001-01-01' AS returned_at) FROM t");
        damage("dim_film", "SELECT * REPLACE ('X' AS title) FROM t WHERE film_id > 1");

        requireFound("amount is \"1234.50\", should be \"", "returned_at is", "title is", "dim_film 1: missing");
    }

    @Test
    void rowsThatAreMissingOrTooManyAreFound() throws SQLException, IOException {
        damage("fact_payment", "SELECT * FROM t UNION ALL SELECT * FROM t");
        damage("fact_rental", "SELECT * FROM t UNION ALL (SELECT * REPLACE (9000000 AS rental_id) FROM t LIMIT 1)");
        damage("dim_date", "SELECT * FROM t WHERE date_key % 2 = 0");
        damage("bridge_film_actor", "SELECT * FROM t WHERE film_id > 1");

        requireFound(": duplicate", "fact_rental 9000000: extra", "dim_date 20", "bridge_film_actor 1");
    }

    @Test
    void referencesThatLeadToNoRowAreFound() throws SQLException, IOException {
        damage("fact_payment", "SELECT * REPLACE (123456::BIGINT AS customer_key) FROM t");
        damage("dim_category", "SELECT * REPLACE (category_key + 1000 AS category_key) FROM t");

        requireFound("its dim_customer is not there", "its dim_category is not there", "category_key is");
    }

    @Test
    void aFullLoadRepairsADamagedFile() throws SQLException, IOException {
        damage("dim_customer", "SELECT * REPLACE ('X' AS last_name) FROM t");

        lake.succeed("full-load");

        lake.succeed("validate", "--all", "--fail-on", "warning");
    }

    @Test
    void aFileThatIsNoParquetFileIsAFailureThatNamesIt() throws IOException {
        Path file = file("dim_film");
        Files.writeString(file, "this is not a Parquet file, but it is long enough to be one");

        TidemarkCli.Result result = lake.run("validate").exitingWith(4);

        assertTrue(result.err().contains("The file data/dim_film/"), result::err);
        assertTrue(result.err().contains("cannot be read: "), result::err);
    }

    @Test
    void aLakeThatWasNeverLoadedIsAFailure() {
        LakeCli other = LakeCli.of(sakila, folder.resolve("other"));

        TidemarkCli.Result result = other.run("validate").exitingWith(4);

        assertTrue(result.err().contains("was never loaded. Try: full-load first."), result::err);
    }

    @Test
    void aPeriodComparesItsFactsAlone() throws SQLException, IOException {
        damage("fact_payment", "SELECT * REPLACE (amount + 1 AS amount) FROM t");

        assertEquals(1, lake.run("validate", "--from", "2000-01-01", "--to", "2030-12-31").exitCode());
        TidemarkCli.Result none = lake.succeed("validate", "--from", "1990-01-01", "--to", "1990-01-31");
        assertTrue(none.out().contains("No fact was compared"), none::out);
    }

    private void requireFound(String... told) {
        TidemarkCli.Result result = lake.run("validate", "--all").exitingWith(1);

        for (String text : told) {
            assertTrue(result.out().contains(text), () -> text + " is not in\n" + result.out());
        }
        assertTrue(result.out().contains("The lake DIFFERS from the source."), result::out);
    }

    private void damage(String table, String rows) throws SQLException, IOException {
        Path file = file(table);
        Path changed = folder.resolve("changed.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW t AS SELECT * FROM read_parquet('" + file + "', hive_partitioning = false)");
            statement.execute("COPY (" + rows + ") TO '" + changed + "' (FORMAT parquet)");
        }
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String table) {
        return folder.resolve(lake.version().files(table).getFirst().name());
    }
}
