package dev.tidemark.check;

import static dev.tidemark.check.Finding.note;
import static dev.tidemark.check.Finding.ok;
import static dev.tidemark.check.Finding.warning;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.history.Outcome;
import dev.tidemark.run.history.SyncRun;
import dev.tidemark.table.UtcText;
import dev.tidemark.target.BesideFile;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import dev.tidemark.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks a file that Tidemark writes.
 *
 * @param area the area of the findings
 * @param noun the word for the file
 * @param isOwnersAlone whether nobody but its owner should open it
 * @param isFilled whether every table was loaded, in a transaction
 */
public record FileChecks(
        Target target, String area, String noun, boolean isOwnersAlone, Predicate<TargetSession> isFilled) {
    private static final long LEAST_FREE = 100_000_000;
    private static final Set<PosixFilePermission> EVERYBODY =
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OTHER_THAN_OWNER = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** Adds all findings; returns false if the file is not what it should be, with only that problem. */
    public boolean run(Checks checks) {
        if (!checks.add(area, "file", this::file)) {
            return false;
        }
        checks.add(area, "schema", this::schema);
        checks.add(area, "permissions", this::permissions);
        checks.add(area, "names", this::names);
        checks.add(area, "write-ahead log", this::log);
        checks.add(area, "disk", this::disk);
        checks.add(area, "integrity", this::integrity);
        checks.add(area, "loads", this::loads);
        checks.add(area, "lock", this::lock);
        return true;
    }

    private Finding file() {
        String version = target.schemaVersion();
        return ok(area, "file", target.path() + ", " + Words.size(size(target.path())) + ", schema version "
                + version + ", which is current");
    }

    private Finding schema() {
        List<String> missing = target.restorable();
        return missing.isEmpty()
                ? ok(area, "schema", "all tables and views are there")
                : warning(
                        area,
                        "schema",
                        "somebody dropped what Tidemark made there: " + String.join(", ", missing),
                        "init, which makes it anew");
    }

    private Finding permissions() {
        Path path = target.path();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return note(area, "permissions", "this system has no POSIX permissions", null);
        }
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            String text = PosixFilePermissions.toString(mode);
            if (isOwnersAlone && !Collections.disjoint(mode, OTHER_THAN_OWNER)) {
                return warning(area, "permissions", text + ": not its owner alone can open it", "chmod 600 " + path);
            }
            if (!Collections.disjoint(mode, EVERYBODY)) {
                return warning(area, "permissions", text + ": everybody can open it", "init --warehouse-mode 600");
            }
            boolean groupReads = mode.contains(PosixFilePermission.GROUP_READ);
            return groupReads && !mode.contains(PosixFilePermission.GROUP_WRITE) && !isLogOfSameGroup(path)
                    ? warning(
                            area,
                            "permissions",
                            text + ": its group cannot open it, because the write-ahead log is of another group",
                            "chmod g+s on the folder, then init --warehouse-mode 640")
                    : ok(area, "permissions", text);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    // Who may only read opens a file in WAL mode only if both files are there.
    private static boolean isLogOfSameGroup(Path file) throws IOException {
        for (String ending : List.of("-wal", "-shm")) {
            Path beside = BesideFile.of(file, ending);
            if (!Files.exists(beside) || !group(beside).equals(group(file))) {
                return false;
            }
        }
        return true;
    }

    private static GroupPrincipal group(Path file) throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class).group();
    }

    // SQLite names the write-ahead log after the file.
    private Finding names() {
        Path path = target.path();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return note(area, "names", "this system does not say whether the file has other names", null);
        }
        try {
            int names = (int) Files.getAttribute(path, "unix:nlink");
            return names <= 1
                    ? ok(area, "names", "the file has one")
                    : warning(
                            area,
                            "names",
                            "the file has " + names + " (hard links): what is written to it by one name is lost or damaged"
                                    + " by another",
                            "remove the other names; a symbolic link does no harm");
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private Finding log() {
        Path log = BesideFile.of(target.path(), "-wal");
        long bytes = Files.exists(log) ? size(log) : 0;
        return bytes > Math.max(LEAST_FREE, size(target.path()))
                ? warning(
                        area,
                        "write-ahead log",
                        Words.size(bytes) + ", more than the " + noun + ": a reader keeps a transaction open",
                        "close that reader; the next run then empties the log")
                : ok(area, "write-ahead log", Words.size(bytes));
    }

    // A full load writes every page twice: into the log, then into the file.
    private Finding disk() {
        Path path = target.path();
        // Unlike a FileStore it needs no list of mounts, which a container or a changed root may lack.
        long free = path.toFile().getUsableSpace();
        long wanted = Math.max(LEAST_FREE, 2 * size(path));
        return free < wanted
                ? warning(
                        area,
                        "disk",
                        Words.size(free) + " free; a full load may need " + Words.size(wanted),
                        "free space before the next full load")
                : ok(area, "disk", Words.size(free) + " free");
    }

    private Finding integrity() {
        List<String> faults = target.read(TargetSession::faults);
        if (!faults.isEmpty()) {
            throw TidemarkException.warehouse(
                    "The " + noun + " " + target.path() + " is damaged: " + faults.getFirst(),
                    "move it away, then run init and full-load",
                    null);
        }
        return ok(area, "integrity", "SQLite finds no fault");
    }

    private Finding loads() {
        if (!target.read(isFilled::test)) {
            return note(area, "loads", "it was never filled", "full-load");
        }
        List<SyncRun> runs = target.read(session -> History.latest(session, 1));
        if (runs.isEmpty()) {
            return ok(area, "loads", "it is filled");
        }
        SyncRun last = runs.getFirst();
        String outcome = last.outcomeNow(WarehouseLock.isHeld(target.path()));
        if (outcome.equals(Outcome.INTERRUPTED.word())) {
            return warning(
                    area,
                    "loads",
                    "the last run, " + last.command() + " of "
                            + UtcText.format(last.startedAt().truncatedTo(ChronoUnit.SECONDS))
                            + " UTC, did not end: it was killed, or the machine stopped",
                    "the next load, which needs no help; nothing of that run was kept");
        }
        return outcome.equals(Outcome.FAILED.word())
                ? warning(
                        area, "loads", "the last run failed: " + last.message(), "status, which shows the last runs")
                : ok(area, "loads", "it is filled, and the last run did not fail");
    }

    private Finding lock() {
        return WarehouseLock.isHeld(target.path())
                ? note(area, "lock", "a run holds it now", "--wait SECONDS, or a command that only reads")
                : ok(area, "lock", "no run holds it");
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
