package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithReplication;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Readers see the old star until a load commits and the new one afterwards: never a mix of both, never an error. */
class ReadersIT extends WithReplication {
    @Test
    void duringAFullLoadAndAnIncremental() {
        try (StarWatch staying = StarWatch.staying(warehouse);
                StarWatch coming = StarWatch.comingAndGoing(warehouse)) {
            for (String command : List.of("full-load", "incremental")) {
                String old = StarWatch.look(warehouse);
                SourceChanges.make(sakila, command.length());
                long looks = staying.looks() + coming.looks();

                load(command);

                String updated = StarWatch.look(warehouse);
                assertNotEquals(old, updated);
                assertEquals(Set.of(old, updated), staying.takeSeen());
                assertEquals(Set.of(old, updated), coming.takeSeen());
                assertTrue(staying.looks() + coming.looks() > looks + 50);
            }
        }
    }

    private void load(String command) {
        try (TidemarkProcess run = TidemarkProcess.start(tidemark, command)) {
            run.result().exitingWith(0);
        }
    }
}
