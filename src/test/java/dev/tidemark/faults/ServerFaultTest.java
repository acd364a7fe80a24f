package dev.tidemark.faults;

import static dev.tidemark.faults.Recovery.later;
import static dev.tidemark.faults.Recovery.pause;

import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Temporary faults of the server: the load is tried again with a fresh snapshot. */
class ServerFaultTest {
    @AutoClose
    private static final Recovery RECOVERY = new Recovery();

    @Test
    void aConnectionIsKilled() {
        RECOVERY.recover("full-load", link -> {
            TableLock lock = TableLock.on(RECOVERY.sakila(), "payment");
            later(0, () -> {
                lock.killReader();
                lock.close();
            });
        });
    }

    @Test
    void aConnectionIsClosedForIdling() {
        RECOVERY.recover(RECOVERY.tidemark("sessionVariables=wait_timeout=1"), "incremental", link -> pause(1_700));
    }

    @Test
    void oneOfTwoConnectionsBreaks() {
        RECOVERY.recover(withTwoConnections(), "incremental", FlakyLink::cut);
    }

    @Test
    void oneOfTwoConnectionsIsPickedByADeadlock() {
        RECOVERY.recover(withTwoConnections(), "incremental", ServerFaultTest::deadlock);
    }

    @Test
    void aLockIsHeldForTooLong() {
        RECOVERY.recover(RECOVERY.tidemark("sessionVariables=lock_wait_timeout=1"), "full-load", link -> {
            TableLock lock = TableLock.on(RECOVERY.sakila(), "payment");
            later(1_500, lock::close);
        });
    }

    @Test
    void aDeadlockPicksTheLoad() {
        RECOVERY.recover("incremental", ServerFaultTest::deadlock);
    }

    @Test
    void aTableIsAlteredUnderTheSnapshot() {
        RECOVERY.recover("full-load", link -> RECOVERY.sakila()
                .execute("SET lock_wait_timeout = 2", "ALTER TABLE payment ADD note INT, FORCE"));
    }

    @Test
    void theServerShutsDownAndComesBack() {
        RECOVERY.recover("incremental", link -> {
            RECOVERY.network().refuse();
            link.answer(1053, "08S01", "Server shutdown in progress");
            later(1_500, RECOVERY.network()::accept);
        });
    }

    private static void deadlock(FlakyLink link) {
        link.answer(1213, "40001", "Deadlock found when trying to get lock");
    }

    private static TidemarkCli withTwoConnections() {
        return RECOVERY.tidemark().with("TIDEMARK_SOURCE_CONNECTIONS", "2");
    }
}
