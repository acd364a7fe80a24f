package dev.tidemark.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.config.CopySettings.Target;
import dev.tidemark.config.Secret;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.mysql.target.MysqlTarget;
import dev.tidemark.postgres.PostgresTarget;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What users are told of a copy whose ends or settings do not fit, and of rows that do not. */
class CopyMessagesTest {
    private static final String ARTIST =
            "CREATE TABLE Artist (ArtistId INTEGER PRIMARY KEY, Name VARCHAR(20) NOT NULL)";
    private static final String ALBUM =
            "CREATE TABLE Album (AlbumId INTEGER PRIMARY KEY, Title TEXT, ArtistId INTEGER REFERENCES Artist)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            tables: {Artist: {skip: true}, Album: {skip: true}} | There is no table to copy
            keys: assign | The target gives ids to Album, and no other key tells which of its rows are there already
            tables: {Artist: {columns: {ArtistId: {skip: true}}}, Album: {skip: true}} | The column ArtistId of Artist \
            is left out by skip, and part of its key
            tables: {Artist: {columns: {ArtistId: {skip: true}}}} | The columns ArtistId of Album refer to columns of \
            Artist that are not carried over
            tables: {Artist: {natural-key: Name, columns: {Name: {skip: true}}}} | The column Name of Artist is left \
            out by skip, and named as a key or a time of change
            tables: {Artist: {columns: {Name: {to: artist_id}}}} | The columns ArtistId and Name of Artist would both be \
            called artist_id in the target
            tables: {Artist: {target: album}} | The tables Album and Artist would both be called album in the target
            tables: {Artist: {columns: {Name: {transform: trimm}}}} | There is no transform "trimm", which \
            tables.Artist.columns.Name.transform in
            tables: {Artist: {columns: {Name: {type: point}}}} | Nothing can be carried over to the type "point" of \
            artist.name
            """)
    void whatIsWrongWithTheTablesOfTheFile(String settings, String message) {
        assertInitFails(settings, ExitCode.USAGE, message);
    }

    @Test
    void aTableWhoseRowsNothingTellsApart() {
        assertFails(init("", "CREATE TABLE Loose (a TEXT)"), ExitCode.USAGE,
                "The table Loose of the source has no primary key, so its rows cannot be told apart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            artist_id bigint, name text | The table artist of the target has no primary key that is carried over
            artist_id bigint, name text PRIMARY KEY | The primary key of the table artist in the target is not \
            ArtistId, by which the source tells its rows
            artist_id bigint PRIMARY KEY, name text GENERATED ALWAYS AS ('x') STORED | The target computes the column \
            artist.name itself
            artist_id bigint PRIMARY KEY, name text, born date NOT NULL | The target wants a value for artist.born, \
            and no column of Artist is carried over to it
            """)
    void whatIsWrongWithTheTablesOfTheTarget(String columns, String message) {
        try (CopyJob job = job(CopyTargetKind.POSTGRESQL, "")) {
            job.target().run("CREATE TABLE artist (" + columns + ")");
            assertFails(job.cli().run("init"), ExitCode.WAREHOUSE, message);
        }
    }

    @Test
    void endsThatChangedSinceTheInit() {
        try (CopyJob job = job(CopyTargetKind.POSTGRESQL, "")) {
            job.cli().succeed("init");
            assertFails(job.cli().run("full-load", "--tables", "Artists"), ExitCode.USAGE, "Unknown table: Artists");
            assertFails(job.cli().run("incremental", "--since", "2026-01-01"), ExitCode.USAGE,
                    "A copy finds changes by content, so --since means nothing to it");
            job.source().run("ALTER TABLE Album ADD COLUMN Year INTEGER");
            assertFails(job.cli().run("incremental"), ExitCode.WAREHOUSE, "The table album of the target has no column year");
            job.target().run("DROP TABLE album");
            assertFails(job.cli().run("incremental"), ExitCode.WAREHOUSE, "The target has no table album");
            assertFails(job.cli().with("TIDEMARK_TARGET_SCHEMA", "nowhere").run("incremental"), ExitCode.WAREHOUSE,
                    "There is no schema \"nowhere\" at the target");
            assertFails(job.cli().with("TIDEMARK_TARGET_URL", "jdbc:postgresql://127.0.0.1:1/x").run("incremental"),
                    ExitCode.WAREHOUSE, "Cannot reach the target at 127.0.0.1:1/x: connection refused");
        }
    }

    @Test
    void aTableThatTheServerDoesNotMake() {
        try (CopyJob job = job(CopyTargetKind.MYSQL, "tables: {Artist: {columns: {Name: {type: varchar(70000)}}}}")) {
            String told = assertFails(job.cli().run("init"), ExitCode.WAREHOUSE, "The target at");
            assertTrue(told.contains("; no table was created"), told);
        }
    }

    @Test
    void rowsThatExchangeWhatHasNoRoom() {
        try (CopyJob job = job(CopyTargetKind.POSTGRESQL, "")) {
            job.source().run("CREATE TABLE Light (Id INTEGER PRIMARY KEY, IsOn BOOLEAN NOT NULL UNIQUE)",
                    "INSERT INTO Light VALUES (1, 0), (2, 1)");
            job.cli().succeedAll("init", "full-load");
            job.source().run("UPDATE Light SET IsOn = 2 WHERE Id = 1", "UPDATE Light SET IsOn = 0 WHERE Id = 2",
                    "UPDATE Light SET IsOn = 1 WHERE Id = 1");
            assertFails(job.cli().run("incremental"), ExitCode.WAREHOUSE, "Rows of light exchange values of the key (is_on)"
                    + " with each other, and no column of it takes another value for the time between");
        }
    }

    @Test
    void badRowsStopARun() {
        try (CopyJob job = job(CopyTargetKind.POSTGRESQL, "")) {
            job.source().run("INSERT INTO Album VALUES (1, x'00', NULL)");
            job.cli().succeed("init");
            assertFails(job.cli().run("full-load"), ExitCode.INCOMPLETE, "A row cannot be carried over: Album 1: Title: ");
            job.source().run("INSERT INTO Album VALUES (2, x'01', NULL), (3, 'good', NULL)");
            assertFails(job.cli().run("full-load"), ExitCode.INCOMPLETE,
                    "2 rows cannot be carried over; the first: Album 1: Title: ");
            assertEquals("0", job.target().texts("SELECT count(*) FROM album").getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void notesTellWhatIsNotAsInTheLastRun(CopyTargetKind kind) throws IOException {
        try (CopyJob job = job(kind, "")) {
            job.source().run("INSERT INTO Artist VALUES (1, 'ann'), (2, 'bob')");
            job.cli().succeedAll("init", "full-load");
            Files.writeString(job.configuration(), "tables: {Artist: {columns: {Name: {transform: uppercase}}}}\n",
                    StandardOpenOption.APPEND);
            assertNoted(job, "The configuration of Artist is not that of the last run; every row of it was compared.");
            assertEquals("[ANN, BOB]", job.target().texts("SELECT name FROM artist ORDER BY 1").toString());
            Files.delete(job.state());
            job.cli().succeed("init");
            assertNoted(job, "2 rows of Artist were in the target already, and are taken for rows of the source now.");
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void anotherRunOnTheSameTarget(CopyTargetKind kind) {
        try (CopyJob job = job(kind, "");
                CopyTarget other = target(kind, job.target())) {
            job.cli().succeed("init");
            try (CopyTarget.Held _ = other.lock("tidemark copy")) {
                String message = kind == CopyTargetKind.POSTGRESQL
                        ? "Another run of \"tidemark copy\" is writing to " + other.address()
                        : "Another run writes to the target at " + other.address();
                assertFails(job.cli().run("incremental"), ExitCode.BUSY, message);
            }
            job.cli().succeed("incremental");
        }
    }

    private static CopyTarget target(CopyTargetKind kind, TargetDatabase database) {
        Target settings = new Target(
                kind == CopyTargetKind.POSTGRESQL ? Target.Kind.POSTGRESQL : Target.Kind.MYSQL,
                database.url(),
                database.username(),
                new Secret(database.password()),
                Duration.ofMinutes(1),
                Optional.empty(),
                Optional.empty());
        return kind == CopyTargetKind.POSTGRESQL ? new PostgresTarget(settings, 10) : new MysqlTarget(settings, 10);
    }

    private CopyJob job(CopyTargetKind kind, String settings, String... more) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(ARTIST, ALBUM);
        source.run(more);
        return CopyJob.in(folder, "copy", source, kind, settings);
    }

    private TidemarkCli.Result init(String settings, String... more) {
        try (CopyJob job = job(CopyTargetKind.POSTGRESQL, settings, more)) {
            return job.cli().run("init");
        }
    }

    private void assertInitFails(String settings, int exitCode, String message) {
        assertFails(init(settings), exitCode, message);
    }

    private static String assertFails(TidemarkCli.Result result, int exitCode, String message) {
        assertEquals(exitCode, result.exitCode(), result::toString);
        assertTrue(result.err().startsWith("tidemark: " + message), result::err);
        return result.err();
    }

    private static void assertNoted(CopyJob job, String note) {
        TidemarkCli.Result result = job.cli().succeed("incremental");
        assertTrue(result.err().contains("tidemark: " + note), result::err);
    }
}
