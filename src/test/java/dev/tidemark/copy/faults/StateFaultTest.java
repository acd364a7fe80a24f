package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.run.Progress;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.SmallDisk;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A state that cannot be used, and runs that meet each other. */
@OneIn(2)
class StateFaultTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aStateOnAFullDiskFailsAndIsRepaired(CopyTargetKind kind) throws IOException {
        try (SmallDisk disk = SmallDisk.mount();
                Teams teams = Teams.loaded(folder, kind, "")) {
            Path state = Files.copy(teams.job().state(), disk.folder().resolve("state.db"));
            TidemarkCli there = teams.cli().with("TIDEMARK_STATE", state.toString());
            List<String> before = teams.content();
            teams.source().run("WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                    + " INSERT INTO Team SELECT i, 'team ' || i FROM n");
            teams.change();
            for (int free : new int[] {0, 64, 200}) {
                disk.leaveFree(free);
                String told = there.run("incremental").exitingWith(4).err();
                assertTrue(told.contains(" is full. ") || told.contains("No space left on device"), told);
                disk.free();
                assertEquals(List.of("ok"), new SqliteFile(state).texts("PRAGMA integrity_check"));
                assertEquals(before, teams.content());
            }
            there.succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
            assertEquals(List.of("0"), new SqliteFile(state).texts(
                    "SELECT count(*) FROM sync_run WHERE outcome = 'running'"));
        }
    }

    @Test
    void aStateThatIsNone() throws IOException {
        try (Teams teams = Teams.loaded(folder, CopyTargetKind.POSTGRESQL, "")) {
            List<String> before = teams.content();
            teams.change();
            Path other = folder.resolve("other.db");
            new SqliteFile(other).run("CREATE TABLE note (text TEXT)");
            Path text = Files.writeString(folder.resolve("text.db"), "no database");
            byte[] content = Files.readAllBytes(other);
            for (Path file : List.of(other, text, teams.source().path(), folder.resolve("missing.db"))) {
                TidemarkCli there = teams.cli().with("TIDEMARK_STATE", file.toString());
                for (String command : List.of("full-load", "incremental", "status", "keys", "validate")) {
                    String told = there.run(command).exitingWith(4).complaint();
                    assertTrue(told.contains(file.toString()), told);
                }
            }
            for (Path file : List.of(other, text)) {
                teams.cli().with("TIDEMARK_STATE", file.toString()).run("init").exitingWith(4).complaint();
            }
            assertEquals(before, teams.content());
            assertEquals(false, Files.exists(folder.resolve("missing.db")));
            assertEquals(List.of(content.length), List.of(Files.readAllBytes(other).length));
            assertEquals("no database", Files.readString(text));
        }
    }

    // What was deleted in the source meanwhile counts as rows of others.
    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aStateThatWasLostIsMadeAnew(CopyTargetKind kind) throws IOException {
        try (Teams teams = Teams.loaded(folder, kind, "keys: assign")) {
            Files.delete(teams.job().state());
            String told = teams.cli().run("incremental").exitingWith(4).complaint();
            assertTrue(told.contains("run init first"), told);
            teams.cli().succeedAll("init", "incremental");
            teams.change();
            teams.cli().succeed("incremental");
            assertEquals(teams.wanted(), teams.content());
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aSecondRunOnTheSameStateIsBusy(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "");
                var _ = new WarehouseLock(teams.job().state(), Clock.systemUTC(), Duration.ZERO, Progress.NONE)
                        .take("full-load")) {
            for (String command : List.of("init", "full-load", "incremental")) {
                String told = teams.cli().run(command).exitingWith(5).complaint();
                assertTrue(told.contains("full-load, since 20"), told);
            }
            teams.cli().succeedAll("status", "validate");
        }
    }

    // The second run knows the target by another name.
    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aRunWithAnotherStateOnTheSameTargetIsBusy(CopyTargetKind kind) {
        try (Teams teams = Teams.loaded(folder, kind, "");
                FlakyProxy network = FlakyProxy.before(teams.job().target().url())) {
            teams.change();
            TidemarkCli second = teams.cli().with("TIDEMARK_STATE", folder.resolve("second.db").toString());
            second.succeed("init");
            AtomicReference<TidemarkCli.Result> meanwhile = new AtomicReference<>();
            network.once("crimson", link -> meanwhile.set(second.run("incremental", "--retries", "0")));

            teams.through(network).succeed("incremental");

            String told = meanwhile.get().exitingWith(5).complaint();
            assertTrue(told.contains("Another run"), told);
            assertEquals(teams.wanted(), teams.content());
            second.succeed("incremental");
        }
    }
}
