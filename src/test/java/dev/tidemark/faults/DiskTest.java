package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.SmallDisk;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full or write-protected: a warehouse failure, and the old star stays. */
class DiskTest {
    private static final int[] FREE_KIBIBYTES = {0, 32, 64, 128};

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @AutoClose
    private SmallDisk disk;

    @BeforeEach
    void mountADisk() throws IOException {
        disk = SmallDisk.mount();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-load", "incremental"})
    void aLoadOnAFullDiskLeavesTheStarOfBeforeWhereverItStrikes(String command) throws IOException {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(disk.folder());
        TidemarkCli tidemark = TidemarkCli.of(sakila, warehouse.path());
        Survivor survivor = new Survivor(warehouse);
        Map<String, List<String>> before = survivor.star();
        SourceChanges.make(sakila, 1);
        for (int free : FREE_KIBIBYTES) {
            disk.leaveFree(free);
            requireFull(tidemark.run(command));
            disk.free();
            survivor.requireUntouched(before);
        }

        tidemark.succeed(command);

        survivor.requireLevelWith(sakila);
    }

    @Test
    void initOnAFullDiskGoesOnWhenThereIsSpace() throws IOException {
        TidemarkCli tidemark = TidemarkCli.of(sakila, disk.folder().resolve("analytics.db"));
        for (int free : new int[] {4, 128}) {
            disk.leaveFree(free);
            requireFull(tidemark.run("init"));
            disk.free();
        }

        tidemark.succeedAll("init", "full-load");
    }

    @Test
    void aProtectedDiskStaysAsItIs() throws IOException {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(disk.folder());
        TidemarkCli tidemark = TidemarkCli.of(sakila, warehouse.path());
        disk.protect(true);
        FolderContent before = FolderContent.of(disk.folder());
        for (String command : List.of("init", "full-load", "incremental")) {
            String complaint = tidemark.run(command).exitingWith(4).complaint();
            assertTrue(complaint.contains("check the permissions of "), complaint);
        }
        String load = tidemark.run("full-load").exitingWith(4).complaint();
        assertTrue(load.contains("Cannot open the warehouse " + warehouse.path()), load);
        String other = tidemark.with("TIDEMARK_WAREHOUSE", disk.folder().resolve("new.db").toString())
                .run("init").exitingWith(4).complaint();
        assertTrue(other.contains("The folder " + disk.folder() + " is not writable"), other);
        assertEquals(before, FolderContent.of(disk.folder()));
    }

    @Test
    void aProtectedFileStaysAsItIs() throws IOException {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(disk.folder());
        TidemarkCli tidemark = TidemarkCli.of(sakila, warehouse.path());
        FolderContent before = FolderContent.of(warehouse.path());
        try (ImmutableFile immutable = ImmutableFile.make(warehouse.path())) {
            for (String command : List.of("init", "full-load", "incremental")) {
                String complaint = tidemark.run(command).exitingWith(4).complaint();
                assertTrue(complaint.contains("The warehouse " + immutable.path() + " is not writable"), complaint);
            }
            String mode = tidemark.run("init", "--warehouse-mode", "640").exitingWith(4).complaint();
            assertTrue(mode.contains("Cannot set the mode of " + immutable.path() + ": Operation not permitted"), mode);
        }
        assertEquals(before, FolderContent.of(warehouse.path()));
        tidemark.succeed("incremental");
    }

    @Test
    void checkForetellsAFullDisk() {
        TidemarkCli tidemark = TidemarkCli.of(sakila, LoadedWarehouse.copyTo(disk.folder()).path());
        String report = tidemark.succeed("check").out();
        assertTrue(report.matches("(?s).*warning disk +\\d.* free; a full load may need 100\\.0 MB\\R.*"), report);
    }

    private static void requireFull(TidemarkCli.Result result) {
        String complaint = result.exitingWith(4).complaint();
        String full = ".*The disk of the warehouse .* is full\\. Try: free space.*|.*: No space left on device\\. Try: .*";
        assertTrue(complaint.matches(full), complaint);
    }
}
