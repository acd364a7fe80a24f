package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a copy, and what the file says about its tables. */
class CopySettingsTest {
    private static final String ENDS = """
            pipeline: copy
            source: {url: "jdbc:sqlite:/data/c.db"}
            target: {url: "jdbc:postgresql://db/c"}
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingButTheEndsHasADefault() throws IOException {
        Path file = write(ENDS);
        CopySettings.Target target = new CopySettings.Target(
                CopySettings.Target.Kind.POSTGRESQL, "jdbc:postgresql://db/c", System.getProperty("user.name"),
                new Secret(""), Duration.ofMinutes(5), Optional.empty(), Optional.empty());
        assertEquals(
                new CopySettings(
                        file, Path.of("/data/c.db"), target, Path.of("tidemark.state.db"),
                        CopySettings.Names.SNAKE_CASE, CopySettings.Create.MISSING, CopySettings.Keys.KEEP,
                        CopySettings.Commit.RUN, CopySettings.Deletes.APPLY, CopySettings.BadRows.STOP,
                        CopySettings.Existing.UPDATE, 1_000, Map.of()),
                load(file, Map.of()));
    }

    @Test
    void everySettingIsTaken() throws IOException {
        CopySettings copy = load(write("""
                pipeline: copy
                source: {url: "jdbc:sqlite:~/c.db"}
                target: {url: "jdbc:mariadb://db:3307/c", username: me, tls: required, timeout: 1m}
                state: s.db
                names: same
                create: never
                keys: assign
                commit: table
                deletes: keep
                bad-rows: reject
                existing: fail
                batch-size: 100000
                """), Map.of());
        assertEquals(Path.of(System.getProperty("user.home"), "c.db"), copy.source());
        assertEquals(
                new CopySettings.Target(
                        CopySettings.Target.Kind.MYSQL, "jdbc:mariadb://db:3307/c", "me", new Secret(""),
                        Duration.ofMinutes(1), Optional.of(TlsMode.REQUIRED), Optional.empty()),
                copy.target());
        assertEquals(folder.resolve("s.db"), copy.state());
        assertEquals(
                List.of(
                        CopySettings.Names.SAME, CopySettings.Create.NEVER, CopySettings.Keys.ASSIGN,
                        CopySettings.Commit.TABLE, CopySettings.Deletes.KEEP, CopySettings.BadRows.REJECT,
                        CopySettings.Existing.FAIL, 100_000),
                List.of(
                        copy.names(), copy.create(), copy.keys(), copy.commit(), copy.deletes(), copy.badRows(),
                        copy.existing(), copy.batchSize()));
    }

    @Test
    void noFileIsNeeded() {
        CopySettings copy = SettingsLoader.load(new SettingSources(
                        Map.of(Setting.TARGET_URL, "jdbc:postgresql://flag/c"),
                        Map.of(
                                "TIDEMARK_PIPELINE", "copy", "TIDEMARK_SOURCE_URL", "jdbc:sqlite:c.db",
                                "TIDEMARK_TARGET_SCHEMA", "music"),
                        Optional.empty()))
                .copy().orElseThrow();
        assertEquals(Path.of("a configuration file"), copy.file());
        assertEquals("jdbc:postgresql://flag/c", copy.target().url());
        assertEquals(Optional.of("music"), copy.target().schema());
    }

    @Test
    void tablesAreTakenInTheirOrder() throws IOException {
        Map<String, CopySettings.Table> tables = load(write(ENDS + """
                tables:
                  Track:
                    target: "${PREFIX}_track"
                    natural-key: [AlbumId, Name]
                    changed-at: LastModified
                    references: {AlbumId: Album}
                    columns:
                      Name: {to: name, type: "varchar(120)", transform: [trim, lowercase]}
                      Composer: {transform: trim}
                      Notes: {skip: true}
                      Bytes:
                  Artist: {natural-key: Name, skip: false}
                  'odd. "name"': {skip: true}
                  Genre:
                """), Map.of("PREFIX", "old")).tables();
        assertEquals(List.of("Track", "Artist", "odd. \"name\"", "Genre"), List.copyOf(tables.keySet()));
        CopySettings.Column asItIs = new CopySettings.Column(false, Optional.empty(), Optional.empty(), List.of());
        assertEquals(
                new CopySettings.Table(
                        false, Optional.of("old_track"), List.of("AlbumId", "Name"), Optional.of("LastModified"),
                        Map.of("AlbumId", "Album"),
                        Map.of(
                                "Name", new CopySettings.Column(
                                        false, Optional.of("name"), Optional.of("varchar(120)"),
                                        List.of("trim", "lowercase")),
                                "Composer", new CopySettings.Column(
                                        false, Optional.empty(), Optional.empty(), List.of("trim")),
                                "Notes", new CopySettings.Column(true, Optional.empty(), Optional.empty(), List.of()),
                                "Bytes", asItIs)),
                tables.get("Track"));
        assertEquals(
                new CopySettings.Table(
                        false, Optional.empty(), List.of("Name"), Optional.empty(), Map.of(), Map.of()),
                tables.get("Artist"));
        assertTrue(tables.get("odd. \"name\"").skip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'tables: {A: {colums: {}}}' | Unknown setting "tables.A.colums" | "tables.A.columns", the nearest name
            'tables: {A: {columns: {b: {typ: x}}}}' | Unknown setting "tables.A.columns.b.typ" | columns.b.type"
            'tabels: {A: {}}' | Unknown setting "tabels" | "tables", the nearest name
            'warehuose:' | Unknown setting "warehuose" | "warehouse", the nearest name
            'state: {file: a.db}'                   | Not a text: state in                   | write one value
            'tables: [A]' | Not a section: tables in | write names and their values
            'tables: {A: skip}' | Not a section: tables.A in | write names and their values
            'tables: {A: {columns: {b: c}}}' | Not a section: tables.A.columns.b in | write names and their values
            'tables: {A: {target: [b]}}'            | Not a text: tables.A.target in         | write one value
            'tables: {A: {natural-key: [[b]]}}'     | Not a text: tables.A.natural-key in    | write one value
            'tables: {A: {references: {b: {}}}}'    | Not a text: tables.A.references.b in   | write one value
            'tables: {A: {target: ""}}'             | The name is empty (tables.A.target in  | write it
            'tables: {A: {natural-key: [""]}}' | The name is empty (tables.A.natural-key in | write it
            'tables: {"": {}}'                      | The name is empty (tables. in          | write it
            'tables: {A: {skip: maybe}}' | Neither true nor false: "maybe" (tables.A.skip in | write true or false
            'tables: {A: {target: "${NO_T}"}}' | variable "NO_T" is not set (tables.A.target in | write $${
            'names: camelCase' | Not a value of this setting: "camelCase" (names in | snake_case or same
            'bad-rows: skip'                        | Not a value of this setting: "skip" (bad-rows in | stop or reject
            'batch-size: 0'                         | Not a number from 1 to 100000: "0" (batch-size in | write 1000
            'batch-size: 100001' | Not a number from 1 to 100000: "100001" (batch-size in | write 1000
            'warehouse: a.db' | The pipeline copy has no setting warehouse (warehouse in | write pipeline: sakila
            """)
    void whatIsWrongInTheFileIsNamed(String yaml, String message, String hint) throws IOException {
        Path file = write(ENDS + yaml);
        String told = failure(file, Map.of());
        assertTrue(told.contains(message) && told.contains(hint) && told.contains(file.toString()), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SOURCE_URL | jdbc:mysql://db/sakila | Not a JDBC URL of a SQLite file: "jdbc:mysql://db/sakila" (environment
            SOURCE_URL | jdbc:sqlite:file:c.db?mode=ro | Not a JDBC URL of a SQLite file: "jdbc:sqlite:file:c.db
            SOURCE_URL | jdbc:sqlite::memory: | Not a JDBC URL of a SQLite file: "jdbc:sqlite::memory:" (environment
            SOURCE_URL | jdbc:sqlite: | Not a JDBC URL of a SQLite file: "jdbc:sqlite:" (environment
            SOURCE_USERNAME | me | The pipeline copy has no setting source.username (environment
            SOURCE_PASSWORD | secret | The pipeline copy has no setting source.password (environment
            SOURCE_OPTION_FILE | my.cnf | The pipeline copy has no setting source.option-file (environment
            WAREHOUSE_MODE | 600 | The pipeline copy has no setting warehouse-mode (environment
            TARGET_URL | jdbc:sqlserver://db/c | Not a JDBC URL of PostgreSQL, MySQL or MariaDB: "jdbc:sqlserver:
            TARGET_URL | jdbc:postgresql://db | The target URL names no database: "jdbc:postgresql://db" (environment
            TARGET_URL | jdbc:postgresql://db/c?options=%zz | The target URL has a percent sign that two hexadecimal digits
            TARGET_URL | jdbc:mariadb://db/c?useConfigs=x | The target URL has a parameter that the driver refuses: "jdbc:ma
            TARGET_URL | jdbc:postgresql://db:99999/c | The target URL names no valid host and port: "jdbc:
            TARGET_URL | jdbc:mariadb://db/c?user=me | holds a user name or a password
            TARGET_TLS          | on                                | Not a TLS mode: "on" (environment
            TARGET_TIMEOUT      | 0                                 | Not a timeout from 1s to 1d: "0" (environment
            TARGET_SCHEMA       | ''                                | The name is empty (environment
            """)
    void whatIsWrongInTheEnvironmentIsNamed(String variable, String value, String message) throws IOException {
        String told = failure(write(ENDS), Map.of("TIDEMARK_" + variable, value));
        assertTrue(told.contains(message) && !told.contains("secret"), told);
    }

    @Test
    void theEndsMustBeGiven() throws IOException {
        assertTrue(failure(write("pipeline: copy"), Map.of()).startsWith(
                "The pipeline copy needs the setting source.url. Try: give it in the configuration file or as"
                        + " TIDEMARK_SOURCE_URL"));
        assertTrue(failure(write("{pipeline: copy, source: {url: 'jdbc:sqlite:c.db'}}"), Map.of())
                .startsWith("The pipeline copy needs the setting target.url"));
    }

    @Test
    void aSchemaIsForPostgresqlOnly() throws IOException {
        String told = failure(
                write(ENDS),
                Map.of("TIDEMARK_TARGET_URL", "jdbc:mysql://db/c", "TIDEMARK_TARGET_SCHEMA", "public"));
        assertTrue(told.startsWith("Only PostgreSQL has the setting target.schema (environment"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/c?sslmode=require", "jdbc:postgresql://db/c?ssl", "jdbc:mariadb://db/c?sslMode=trust"
    })
    void encryptionIsSaidInOnePlace(String url) throws IOException {
        Map<String, String> both = Map.of("TIDEMARK_TARGET_URL", url, "TIDEMARK_TARGET_TLS", "required");
        String told = failure(write(ENDS), both);
        assertTrue(told.startsWith("The target URL (environment variable TIDEMARK_TARGET_URL) has a parameter for TLS,"
                + " and environment variable TIDEMARK_TARGET_TLS says how too"), told);
        assertEquals(Optional.empty(), load(write(ENDS), Map.of("TIDEMARK_TARGET_URL", url)).target().tls());
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://[::1]:5432/c", "'jdbc:postgresql://a:5432,b:5433/c'", "jdbc:mysql://10.0.0.1/c"})
    void targetsAreNamedByHostsAndAddresses(String url) throws IOException {
        assertEquals(url, load(write(ENDS), Map.of("TIDEMARK_TARGET_URL", url)).target().url());
    }

    private String failure(Path file, Map<String, String> environment) {
        TidemarkException failure = assertThrows(TidemarkException.class, () -> load(file, environment));
        assertEquals(Reason.USAGE, failure.reason());
        return failure.getMessage() + ". Try: " + failure.hint();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("copy.yml"), yaml);
    }

    private static CopySettings load(Path file, Map<String, String> environment) {
        return SettingsLoader.load(new SettingSources(Map.of(), environment, Optional.of(file))).copy().orElseThrow();
    }
}
