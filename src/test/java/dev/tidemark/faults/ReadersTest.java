package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers see the old star until a load commits and the new one afterwards: never a mix of both, never an error. */
class ReadersTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private WarehouseFile warehouse;

    @BeforeEach
    void fillTheWarehouse() {
        warehouse = LoadedWarehouse.copyTo(folder);
    }

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
        try (TidemarkProcess run = TidemarkProcess.start(TidemarkCli.of(sakila, warehouse.path()), command)) {
            run.result().exitingWith(0);
        }
    }
}
