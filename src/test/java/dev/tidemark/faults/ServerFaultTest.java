package dev.tidemark.faults;

import static dev.tidemark.faults.Recovery.later;
import static dev.tidemark.faults.Recovery.pause;

import dev.tidemark.support.TableLock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the server that may pass: tried again from a fresh snapshot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerFaultTest {
    private Recovery recovery;

    @BeforeAll
    void fillTheWarehouse(@TempDir Path folder) {
        recovery = new Recovery(folder);
    }

    @AfterAll
    void dropTheSource() {
        recovery.close();
    }

    @Test
    void aConnectionIsKilled() {
        recovery.recover("full-load", link -> {
            TableLock lock = TableLock.on(recovery.sakila(), "payment");
            later(0, () -> {
                lock.killReader();
                lock.close();
            });
        });
    }

    @Test
    void aConnectionIsClosedForIdling() {
        recovery.recover(recovery.tidemark("sessionVariables=wait_timeout=1"), "incremental", link -> pause(1_700));
    }

    @Test
    void aLockIsHeldForTooLong() {
        recovery.recover(recovery.tidemark("sessionVariables=lock_wait_timeout=1"), "full-load", link -> {
            TableLock lock = TableLock.on(recovery.sakila(), "payment");
            later(1_500, lock::close);
        });
    }

    @Test
    void aDeadlockPicksTheLoad() {
        recovery.recover(
                "incremental", link -> link.answer(1213, "40001", "Deadlock found when trying to get lock"));
    }

    @Test
    void aTableIsAlteredUnderTheSnapshot() {
        recovery.recover("full-load", link -> recovery.sakila()
                .execute("SET lock_wait_timeout = 2", "ALTER TABLE payment ADD note INT, FORCE"));
    }

    @Test
    void theServerShutsDownAndComesBack() {
        recovery.recover("incremental", link -> {
            recovery.network().refuse();
            link.answer(1053, "08S01", "Server shutdown in progress");
            later(1_500, recovery.network()::accept);
        });
    }
}
