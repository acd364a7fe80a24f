package dev.tidemark.check;

import static dev.tidemark.check.Finding.note;
import static dev.tidemark.check.Finding.ok;
import static dev.tidemark.check.Finding.warning;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.History;
import dev.tidemark.run.Outcome;
import dev.tidemark.run.States;
import dev.tidemark.run.SyncRun;
import dev.tidemark.run.SyncState;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.BesideFile;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the warehouse. */
record WarehouseChecks(Target target, SyncPlan plan) {
    private static final String AREA = "warehouse";
    private static final long LEAST_FREE = 100_000_000;

    /** Adds all findings; if the file is not a warehouse, only that problem. */
    void run(Checks checks) {
        if (!checks.add(AREA, "file", this::file)) {
            return;
        }
        checks.add(AREA, "permissions", this::permissions);
        checks.add(AREA, "write-ahead log", this::log);
        checks.add(AREA, "disk", this::disk);
        checks.add(AREA, "integrity", this::integrity);
        checks.add(AREA, "loads", this::loads);
        checks.add(AREA, "lock", this::lock);
    }

    private Finding file() {
        String version = target.schemaVersion();
        return ok(AREA, "file", target.path() + ", " + Bytes.text(size(target.path())) + ", schema version "
                + version + ", which is current");
    }

    private Finding permissions() {
        Path path = target.path();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return note(AREA, "permissions", "this system has no POSIX permissions", null);
        }
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            String text = PosixFilePermissions.toString(mode);
            boolean open = mode.contains(PosixFilePermission.OTHERS_READ)
                    || mode.contains(PosixFilePermission.OTHERS_WRITE);
            return open
                    ? warning(AREA, "permissions", text + ": everybody can open it", "init --warehouse-mode 600")
                    : ok(AREA, "permissions", text);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private Finding log() {
        Path log = BesideFile.of(target.path(), "-wal");
        long bytes = Files.exists(log) ? size(log) : 0;
        return bytes > Math.max(LEAST_FREE, size(target.path()))
                ? warning(
                        AREA,
                        "write-ahead log",
                        Bytes.text(bytes) + ", more than the warehouse: a reader keeps a transaction open",
                        "close that reader; the next run then empties the log")
                : ok(AREA, "write-ahead log", Bytes.text(bytes));
    }

    // A full load writes every page twice: into the log, then into the file.
    private Finding disk() {
        Path path = target.path();
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            long wanted = Math.max(LEAST_FREE, 2 * size(path));
            return free < wanted
                    ? warning(
                            AREA,
                            "disk",
                            Bytes.text(free) + " free; a full load may need " + Bytes.text(wanted),
                            "free space before the next full load")
                    : ok(AREA, "disk", Bytes.text(free) + " free");
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private Finding integrity() {
        List<String> faults = target.read(TargetSession::faults);
        if (!faults.isEmpty()) {
            throw TidemarkException.warehouse(
                    "The warehouse " + target.path() + " is damaged: " + faults.getFirst(),
                    "move it away, then run init and full-load",
                    null);
        }
        return ok(AREA, "integrity", "SQLite finds no fault");
    }

    private Finding loads() {
        Map<String, SyncState> states = target.read(States::read);
        if (!plan.names().stream().allMatch(table -> states.containsKey(table) && states.get(table).isLoaded())) {
            return note(AREA, "loads", "it was never filled", "full-load");
        }
        List<SyncRun> runs = target.read(session -> History.latest(session, 1));
        boolean failed = !runs.isEmpty() && runs.getFirst().outcome().equals(Outcome.FAILED.word());
        return failed
                ? warning(
                        AREA,
                        "loads",
                        "the last run failed: " + runs.getFirst().message(),
                        "status, which shows the last runs")
                : ok(AREA, "loads", "it is filled, and the last run did not fail");
    }

    private Finding lock() {
        return WarehouseLock.isHeld(target.path())
                ? note(AREA, "lock", "a run holds it now", "--wait SECONDS, or a command that only reads")
                : ok(AREA, "lock", "no run holds it");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static TidemarkException unreadable(Path file, IOException failure) {
        return TidemarkException.warehouse(
                "Cannot look at " + file + ": " + FileProblem.of(failure), "check its permissions", failure);
    }
}
