package dev.tidemark.export;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.BesideFile;
import dev.tidemark.target.Replacement;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes copies of the warehouse that nobody changes. */
public final class Exporter {
    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Target target;
    private final SyncPlan plan;

    /** An exporter of {@code target}. */
    public Exporter(Target target, SyncPlan plan) {
        this.target = target;
        this.plan = plan;
    }

    /**
     * Writes the committed state of the warehouse to {@code file}, in one step: whoever opens the file sees the old one or
     * the new one. Loads may go on meanwhile. Nobody may write to the new file; who may read it is as with the old one.
     */
    public ExportResult export(Path file) {
        target.requireCurrent();
        requireReplaceable(file);
        target.read(session -> States.readLoaded(session, target));
        return Replacement.of(
                file,
                (draft, real) -> {
                    Set<PosixFilePermission> readers = createLike(real, draft);
                    draft.toFile().deleteOnExit();
                    ExportResult result = target.copyTo(draft, session -> described(session, file));
                    force(draft);
                    Files.setPosixFilePermissions(draft, readers);
                    return result.of(Files.size(draft));
                },
                failure -> unwritable(file, failure));
    }

    private void requireReplaceable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw TidemarkException.usage(
                    "There is no folder " + folder + " for the export (--output)", "create it, or name another file");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw TidemarkException.usage(
                    "Cannot export to " + file + " (--output): it is not a regular file", "name another file");
        }
        if (BesideFile.isPartOf(file, target.path())) {
            throw TidemarkException.usage(
                    "An export cannot replace the warehouse " + target.path() + " or a file beside it (--output)",
                    "name another file");
        }
        BesideFile.openFiles(file).findFirst().ifPresent(open -> {
            throw TidemarkException.usage(
                    "Cannot export to " + file + " (--output): a program uses it as a database, or died while it did: there"
                            + " is " + open,
                    "name another file; or make sure that no program uses it, and delete both files");
        });
    }

    // The permissions of the old file stay; a new file has those that the account gives its files.
    private static Set<PosixFilePermission> createLike(Path file, Path draft) throws IOException {
        boolean exists = Files.exists(file);
        if (exists) {
            Files.createFile(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(draft);
        }
        Set<PosixFilePermission> readers =
                EnumSet.copyOf(Files.getPosixFilePermissions(exists ? file : draft));
        readers.removeAll(WRITING);
        return readers;
    }

    private ExportResult described(TargetSession session, Path file) {
        Instant snapshotAt = States.readLoaded(session, target).values().stream()
                .map(SyncState::snapshotAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toInstant(ZoneOffset.UTC);
        List<ExportResult.Table> tables = plan.tables().stream()
                .map(table -> new ExportResult.Table(table.name(), session.countRows(table.target())))
                .toList();
        return new ExportResult(target.path().toString(), file.toString(), 0, snapshotAt, tables);
    }

    private static void force(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static TidemarkException unwritable(Path file, IOException failure) {
        return TidemarkException.warehouse(
                "Cannot write the export " + file + " (--output): " + FileProblem.of(failure),
                "check its folder's permissions and the space on its disk",
                failure);
    }
}
