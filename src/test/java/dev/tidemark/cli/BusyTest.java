package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exit code 5: another run holds the warehouse. Those that only read do not mind. */
class BusyTest extends WithReplication {
    @AutoClose
    private TidemarkProcess holder;

    @BeforeEach
    void holdTheLock() throws IOException {
        holder = TidemarkProcess.java(tidemark, LockHolder.class.getName(), warehouse.path().toString());
        assertEquals("holding", holder.awaitLine());
    }

    @Test
    void whoWritesIsToldWhoHoldsIt() {
        FolderContent before = FolderContent.of(folder);
        for (String command : new String[] {"init", "full-load", "incremental"}) {
            String complaint = tidemark.run(command).exitingWith(5).complaint();
            String who = "process " + holder.id() + ", full-load, since 20";
            assertTrue(complaint.contains("Another run holds " + warehouse.path()), complaint);
            assertTrue(complaint.contains(who), complaint);
        }
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void whoReadsGoesOn() {
        tidemark.succeedAll("validate", "status");
        String checked = tidemark.succeed("check").out();
        assertTrue(checked.contains("a run holds it now"), checked);
    }

    @Test
    void aRunThatDiedHoldsNothing() throws IOException, InterruptedException {
        holder.signal("KILL");
        assertEquals(137, holder.result().exitCode());
        tidemark.succeed("incremental");
    }

    @Test
    void aDryRunHoldsItTooAndSaysWhatItIs() throws Exception {
        holder.close();
        for (String command : new String[] {"full-load", "incremental"}) {
            CompletableFuture<TidemarkCli.Result> rehearsal;
            try (TableLock film = TableLock.on(sakila, "film")) {
                rehearsal = CompletableFuture.supplyAsync(() -> tidemark.run(command, "--dry-run"));
                film.awaitReader();
                String complaint = tidemark.run("incremental").exitingWith(5).complaint();
                assertTrue(complaint.contains(", " + command + " --dry-run, since 20"), complaint);
            }
            rehearsal.get(60, TimeUnit.SECONDS).exitingWith(0);
        }
    }

    @Test
    void waitingPaysOff() throws Exception {
        CompletableFuture<TidemarkCli.Result> waiting =
                CompletableFuture.supplyAsync(() -> tidemark.run("incremental", "--wait", "60"));
        Thread.sleep(300);
        assertFalse(waiting.isDone());
        holder.close();
        assertEquals(0, waiting.get(60, TimeUnit.SECONDS).exitCode());
    }

    @Test
    void waitingEndsWhenItsTimeIsUp() {
        long start = System.nanoTime();
        tidemark.run("incremental", "--wait", "300ms").exitingWith(5).complaint();
        assertTrue(System.nanoTime() - start > 300_000_000L);
    }
}
