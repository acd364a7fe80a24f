package dev.tidemark.copy.check;

import static dev.tidemark.check.Finding.note;
import static dev.tidemark.check.Finding.ok;

import dev.tidemark.check.Checks;
import dev.tidemark.check.Finding;
import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.source.SourceStorage;
import dev.tidemark.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks the source of a copy. */
record SourceChecks(CopySource source, CopySettings settings) {
    private static final String AREA = "source";
    private static final int MOST_FAULTS = 20;

    /** Adds all findings; returns the tables, or nothing if the source cannot be read. */
    Optional<List<TableShape>> run(Checks checks) {
        // Reads the file itself, which must not happen while SQLite has it open.
        return checks.attempt(AREA, "file", source::storage).flatMap(storage -> checks.attempt(
                        AREA, "file", source::snapshot)
                .flatMap(snapshot -> ofSnapshot(checks, storage, snapshot)));
    }

    private Optional<List<TableShape>> ofSnapshot(Checks checks, SourceStorage storage, CopySnapshot snapshot) {
        try (snapshot) {
            checks.add(AREA, "file", () -> ok(AREA, "file", source.address() + " can be read, " + snapshot.version()
                    + ", " + Words.size(storage.bytes())));
            checks.add(journal(storage));
            Optional<List<TableShape>> tables = checks.attempt(AREA, "tables", snapshot::tables);
            tables.ifPresent(found -> {
                checks.add(AREA, "tables", () -> tables(found, snapshot));
                checks.add(keys(found));
            });
            checks.add(AREA, "integrity", () -> integrity(snapshot));
            return tables;
        }
    }

    private static Finding journal(SourceStorage storage) {
        return storage.writeAhead()
                ? ok(AREA, "journal mode", "WAL: a program that writes does not wait for a run")
                : note(
                        AREA,
                        "journal mode",
                        "not WAL: a program that writes waits while a run copies the file, which takes "
                                + Words.size(storage.bytes()) + " of the folder for temporary files",
                        "PRAGMA journal_mode = WAL, by the owner of the file, if its programs allow it");
    }

    private Finding tables(List<TableShape> tables, CopySnapshot snapshot) {
        List<TableShape> carried = carried(tables);
        long rows = carried.stream().mapToLong(table -> snapshot.count(table.name())).sum();
        return ok(AREA, "tables", String.format(
                Locale.ROOT, "%,d tables to carry over, with %,d rows", carried.size(), rows));
    }

    private Finding keys(List<TableShape> tables) {
        List<String> without = carried(tables).stream()
                .filter(table -> table.primaryKey().isEmpty() && table.uniques().isEmpty() && !hasNaturalKey(table))
                .map(TableShape::name)
                .toList();
        return without.isEmpty()
                ? ok(AREA, "keys", "every table has a key")
                : Finding.warning(
                        AREA,
                        "keys",
                        "tables without a key, whose rows cannot be told apart: " + String.join(", ", without),
                        "name columns by natural-key in " + settings.file() + ", or leave them out by skip: true");
    }

    private List<TableShape> carried(List<TableShape> tables) {
        return tables.stream().filter(table -> !settings.skips(table.name())).toList();
    }

    private boolean hasNaturalKey(TableShape table) {
        return Optional.ofNullable(settings.tables().get(table.name()))
                .filter(said -> !said.naturalKey().isEmpty())
                .isPresent();
    }

    private static Finding integrity(CopySnapshot snapshot) {
        List<String> faults = snapshot.faults(MOST_FAULTS);
        return faults.isEmpty()
                ? ok(AREA, "integrity", "SQLite finds no fault, and no row refers to a missing one")
                : new Finding(
                        AREA,
                        "integrity",
                        Finding.Level.WARNING,
                        "SQLite finds faults; the first %d at most are below".formatted(MOST_FAULTS),
                        "mend the rows; those that refer to missing ones are bad rows",
                        faults);
    }
}
