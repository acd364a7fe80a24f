package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A member of the group reads a warehouse of mode 640 that somebody else owns. The member is this user without the right
 * to pass over permissions, because another user could not read the program.
 */
class GroupReadersIT extends WithReplication {
    private static final int OWNER = 64_001;
    private static final int GROUP = 64_002;
    private static final int PAGE = 4_096;
    private static final List<String> MEMBER = List.of(
            "setpriv", "--regid=" + GROUP, "--clear-groups", "--bounding-set=-dac_override,-dac_read_search,-fowner");

    @BeforeEach
    void share() throws IOException, InterruptedException {
        assumeTrue(new ProcessBuilder("id", "-u").start().inputReader().readLine().equals("0"), "root alone can");
        List<String> command = new ArrayList<>(MEMBER);
        command.add("true");
        assumeTrue(new ProcessBuilder(command).start().waitFor() == 0, "setpriv may drop rights");
        Files.setAttribute(folder, "unix:uid", OWNER);
        Files.setAttribute(folder, "unix:gid", GROUP);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        tidemark.succeed("init", "--warehouse-mode", "640");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", OWNER);
                Files.setAttribute(file, "unix:gid", GROUP);
            }
        }
    }

    @Test
    void theyReadItBetweenLoads() {
        asMember("status").exitingWith(0);
        asMember("validate", "--all").exitingWith(0);
        assertTrue(asMember("keys", "--table", "dim_store").exitingWith(0).out().startsWith("table,natural_key"));
        String checked = asMember("check").exitingWith(0).out();
        assertTrue(checked.contains("rw-r-----") && !checked.contains("its group cannot open it"), checked);
        asMember("incremental").exitingWith(4);
    }

    @Test
    void sqliteItselfReadsItAsAnotherUser() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "sqlite3 is installed");
        Process sqlite = new ProcessBuilder(
                        "setpriv", "--reuid=" + (OWNER + 2), "--regid=" + GROUP, "--clear-groups",
                        "sqlite3", "-readonly", warehouse.path().toString(), "SELECT count(*) > 0 FROM dim_actor")
                .redirectErrorStream(true)
                .start();
        assertEquals("1", sqlite.inputReader().readAllAsString().strip());
    }

    @Test
    void theySeeTheOldStateDuringALoadAndTheNewOneAfterIt() throws Exception {
        long before = actors();
        try (var writer = warehouse.connect(); var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("DELETE FROM dim_actor");
            assertEquals(before, actors());
            writer.rollback();
        }
        sakila.execute("DELETE FROM film_actor WHERE actor_id = 1", "DELETE FROM actor WHERE actor_id = 1");
        tidemark.succeedAll("incremental", "status");
        assertEquals(before - 1, actors());
        asMember("validate", "--all").exitingWith(0);
    }

    @Test
    void theySeeThatARunIsAtWork() throws IOException {
        try (var holder = TidemarkProcess.java(
                tidemark, "dev.tidemark.cli.LockHolder", warehouse.path().toString())) {
            assertEquals("holding", holder.awaitLine());
            String checked = asMember("check").exitingWith(0).out();
            assertTrue(checked.contains("a run holds it now"), checked);
        }
    }

    @Test
    void aKilledRunLeavesItReadable() throws IOException {
        Path log = folder.resolve("analytics.db-wal");
        try (var writer = TidemarkProcess.start(tidemark, "full-load")) {
            while (writer.isRunning() && Files.size(log) < 2 * PAGE) {
                LockSupport.parkNanos(1_000_000);
            }
            writer.kill();
        }
        asMember("status").exitingWith(0);
        tidemark.succeed("full-load");
        asMember("status").exitingWith(0);
    }

    @Test
    void checkTellsIfTheGroupCannotOpenIt() throws IOException {
        Files.setAttribute(folder.resolve("analytics.db-shm"), "unix:gid", 0);
        // With this right SQLite gives the file the group of the warehouse.
        List<String> owner = List.of("setpriv", "--bounding-set=-chown");
        try (var process = TidemarkProcess.startUnder(owner, tidemark, "check")) {
            String found = process.result().exitingWith(0).out();
            assertTrue(
                    found.contains("rw-r-----: its group cannot open it, because the write-ahead log is of another group"),
                    found);
        }
        asMember("status").exitingWith(4);
    }

    private long actors() {
        return asMember("keys", "--table", "dim_actor").exitingWith(0).out().lines().count();
    }

    private TidemarkCli.Result asMember(String... arguments) {
        try (var process = TidemarkProcess.startUnder(MEMBER, tidemark, arguments)) {
            return process.result();
        }
    }
}
