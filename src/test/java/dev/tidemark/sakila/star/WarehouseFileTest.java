package dev.tidemark.sakila.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.support.Replication;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The warehouse as a file. */
class WarehouseFileTest extends WithReplication {
    WarehouseFileTest() {
        super(Replication.small());
    }

    @BeforeEach
    void initialise() {
        tidemark.succeed("init");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
            }
        }
    }

    @Test
    void aGroupMayBeLetInWithTheFilesBesideItToo() throws Exception {
        tidemark.succeed("init", "--warehouse-mode", "660");
        try (var reader = warehouse.connect(); var statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM dim_date").close();
            tidemark.succeed("full-load");
            assertEquals(
                    Set.of("analytics.db", "analytics.db-wal", "analytics.db-shm", "analytics.db.lock"),
                    modes("rw-rw----"));
        }
        tidemark.succeed("init");
        assertEquals(Set.of("analytics.db", "analytics.db.lock"), modes("rw-rw----"));
        tidemark.succeed("init", "--warehouse-mode", "600");
        assertEquals(Set.of("analytics.db", "analytics.db.lock"), modes("rw-------"));
    }

    private Set<String> modes(String expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> expected.equals(mode(file)))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void itIsInWalMode() {
        assertEquals(List.of("wal"), warehouse.rows("PRAGMA journal_mode"));
    }

    @Test
    void nothingIsLeftBesideItButTheLock() throws IOException {
        tidemark.succeedAll("full-load", "incremental", "validate", "status");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("analytics.db", "analytics.db.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void initIsSafeToRepeat() {
        tidemark.succeed("full-load");
        List<String> facts = warehouse.rows("SELECT * FROM fact_payment ORDER BY payment_id");
        List<String> states = warehouse.rows("SELECT * FROM sync_state");

        tidemark.succeed("init");

        assertEquals(facts, warehouse.rows("SELECT * FROM fact_payment ORDER BY payment_id"));
        assertEquals(states, warehouse.rows("SELECT * FROM sync_state"));
    }

    @Test
    void anEmptyFileIsTakenForAWarehouseToBe() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        TidemarkCli.of(sakila, empty).succeedAll("init", "full-load");
        assertEquals(400, new WarehouseFile(empty).queryLong("SELECT count(*) FROM fact_rental"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?.db", "a b#c%20 🎬", "file:x.db", ":memory:"})
    void itsNameMayBeAny(String name) {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name));
        Path file = folder.resolve(name);
        TidemarkCli.of(sakila, file).succeedAll("init", "init", "status");
        assertTrue(Files.exists(file));
        assertTrue(Files.exists(folder.resolve(name + ".lock")));
    }
}
