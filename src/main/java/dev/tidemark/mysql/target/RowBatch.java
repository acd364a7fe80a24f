package dev.tidemark.mysql.target;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.target.TableWriter.Placed;
import dev.tidemark.copy.target.TableWriter.Refused;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.copy.value.Values;
import dev.tidemark.failure.TidemarkException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes some rows of a table together: updates those that are there and differ, inserts the others, and reads the ids
 * that the target gave.
 */
final class RowBatch {
    private final TargetSession session;
    private final TableStatements statements;
    private final RowFinder finder;
    private final Existing existing;
    private final Owned owned;
    private final CopyTable table;
    private final List<Integer> identifying;
    private final List<Integer> unique;

    RowBatch(TargetSession session, TableStatements statements, Existing existing, Owned owned) {
        this.session = session;
        this.statements = statements;
        this.finder = new RowFinder(session, statements);
        this.existing = existing;
        this.owned = owned;
        this.table = statements.table();
        this.identifying = Stream.concat(statements.key().stream(), table.naturalKey().stream())
                .distinct()
                .toList();
        this.unique = table.uniques().stream().flatMap(List::stream).distinct().toList();
    }

    /**
     * Writes these rows, and notes in {@code attempt} what became of them. A failure is the driver's.
     *
     * @param looksUp whether any of them may be there
     * @param taken whether a row of the target with this id is another row's of the source
     */
    void write(List<RowToWrite> rows, boolean looksUp, LongPredicate taken, Attempt attempt) {
        new Writing(looksUp, taken, attempt).write(rows);
    }

    /** The rows of the target that have the keys of these, as they are now. */
    Map<RowToWrite, FoundRow> present(List<RowToWrite> rows) {
        List<RowToWrite> keyed = rows.stream().filter(row -> row.targetKey() != null).toList();
        Map<ExactKey, FoundRow> byKey =
                finder.find(statements.key(), keys(keyed), statements.all()).exact();
        Map<RowToWrite, FoundRow> present = new HashMap<>();
        keyed.forEach(row -> {
            FoundRow found = byKey.get(ExactKey.of(row.targetKey()));
            if (found != null) {
                present.put(row, found);
            }
        });
        return present;
    }

    private static List<List<Object>> keys(List<RowToWrite> rows) {
        return rows.stream().map(RowToWrite::targetKey).toList();
    }

    private List<Object> name(RowToWrite row) {
        return TableStatements.values(row.values(), table.naturalKey());
    }

    /** One try, with what it finds on its way. */
    private final class Writing {
        private final boolean looksUp;
        private final LongPredicate taken;
        private final Attempt attempt;
        private final List<List<Object>> updates = new ArrayList<>();

        Writing(boolean looksUp, LongPredicate taken, Attempt attempt) {
            this.looksUp = looksUp;
            this.taken = taken;
            this.attempt = attempt;
        }

        void write(List<RowToWrite> rows) {
            List<RowToWrite> nameless = new ArrayList<>();
            List<RowToWrite> named = new ArrayList<>();
            rows.forEach(row -> (row.targetKey() == null ? nameless : named).add(row));
            List<RowToWrite> gone = byKey(named);
            // Known rows first: a name that one of them gives up is free for a new one.
            update();
            if (table.assigned().isPresent()) {
                nameless.addAll(gone);
                List<RowToWrite> absent = byName(nameless);
                update();
                insertAndPlace(absent);
            } else {
                insert(gone);
                gone.forEach(row -> attempt.inserted());
            }
        }

        private List<RowToWrite> byKey(List<RowToWrite> rows) {
            if (rows.isEmpty() || !looksUp) {
                return rows;
            }
            RowFinder.Found found = finder.find(statements.key(), keys(rows), statements.all());
            List<RowToWrite> absent = new ArrayList<>();
            rows.forEach(row -> {
                ExactKey key = ExactKey.of(row.targetKey());
                if (found.exact().containsKey(key)) {
                    meet(row, found.exact().get(key));
                } else if (found.collisions().containsKey(key)) {
                    collide(row, statements.key(), row.targetKey(), found.collisions().get(key));
                } else {
                    absent.add(row);
                }
            });
            return absent;
        }

        private List<RowToWrite> byName(List<RowToWrite> rows) {
            List<RowToWrite> candidates = new ArrayList<>();
            Set<ExactKey> names = new HashSet<>();
            rows.forEach(row -> {
                List<Object> name = name(row);
                if (name.contains(null)) {
                    refuse(row, "its " + table.named(table.naturalKey()) + " is NULL, by which rows of the target are found");
                } else if (names.add(ExactKey.of(name))) {
                    candidates.add(row);
                } else {
                    refuse(row, twice(name));
                }
            });
            if (candidates.isEmpty() || !looksUp) {
                return candidates;
            }
            RowFinder.Found found = finder.find(
                    table.naturalKey(), candidates.stream().map(RowBatch.this::name).toList(), statements.all());
            Set<List<Object>> others = owned.among(
                    found.exact().values().stream().map(FoundRow::targetKey).toList());
            List<RowToWrite> absent = new ArrayList<>();
            candidates.forEach(row -> {
                ExactKey name = ExactKey.of(row.values(), table.naturalKey());
                if (found.exact().containsKey(name) && others.contains(found.exact().get(name).targetKey())) {
                    attempt.refuseUnlessLater(row, twice(name(row)));
                } else if (found.exact().containsKey(name)) {
                    meet(row, found.exact().get(name));
                } else if (found.collisions().containsKey(name)) {
                    collide(row, table.naturalKey(), name(row), found.collisions().get(name));
                } else {
                    absent.add(row);
                }
            });
            return absent;
        }

        private void meet(RowToWrite row, FoundRow found) {
            if (isAnothers(found)) {
                refuse(row, twice(TableStatements.values(found.values(), table.naturalKey())));
                return;
            }
            if (!row.known() && existing == Existing.FAIL) {
                refuse(row, "the target has a row with its " + table.named(table.naturalKey()) + " "
                        + shown(TableStatements.values(found.values(), table.naturalKey())) + " already");
                return;
            }
            if (!row.known()) {
                attempt.adopted();
            }
            if (!found.targetKey().equals(row.targetKey()) && table.assigned().isPresent()) {
                attempt.decide(new Placed(row.sourceKey(), found.targetKey()));
            }
            if ((row.known() || existing == Existing.UPDATE) && differs(row, found, statements.changing())) {
                if (differs(row, found, unique)) {
                    attempt.moves(row);
                }
                List<Object> values = statements.bound(row.values(), statements.changing());
                values.addAll(TableStatements.bound(List.of(found.targetKey())));
                updates.add(values);
                attempt.updated();
            }
        }

        private boolean isAnothers(FoundRow found) {
            return table.assigned().isPresent()
                    && found.targetKey().getFirst() instanceof Long id
                    && (taken.test(id) || !attempt.take(id));
        }

        private void update() {
            if (!updates.isEmpty()) {
                session.update(statements, statements.changing(), updates);
                updates.clear();
            }
        }

        private void insert(List<RowToWrite> rows) {
            if (rows.isEmpty()) {
                return;
            }
            List<Object> values = new ArrayList<>(rows.size() * statements.written().size());
            rows.forEach(row -> values.addAll(statements.bound(row.values(), statements.written())));
            session.execute(statements.insert(rows.size()), values);
        }

        // The ids of the rows are those behind the first one that this insert was given, which is all that a driver
        // may be believed.
        private void insertAndPlace(List<RowToWrite> rows) {
            if (rows.isEmpty()) {
                return;
            }
            insert(rows);
            Map<ExactKey, RowToWrite> missing = rows.stream()
                    .collect(Collectors.toMap(row -> ExactKey.of(row.values(), table.naturalKey()), row -> row));
            finder.since(firstId(), identifying).forEach(found -> place(missing, found));
            if (!missing.isEmpty()) {
                List<List<Object>> names = missing.values().stream().map(RowBatch.this::name).toList();
                finder.find(table.naturalKey(), names, identifying).exact().values()
                        .forEach(found -> place(missing, found));
            }
            missing.values().stream().findFirst().ifPresent(row -> {
                throw TidemarkException.warehouse(
                        "The target's " + table.target() + " does not find the row again that it was given: "
                                + table.named(table.naturalKey()) + " " + shown(name(row)),
                        "see whether a trigger changes these values; nothing of this transaction was kept",
                        null);
            });
        }

        private void place(Map<ExactKey, RowToWrite> missing, FoundRow found) {
            RowToWrite row = missing.remove(ExactKey.of(found.values(), table.naturalKey()));
            if (row != null) {
                attempt.decide(new Placed(row.sourceKey(), found.targetKey()));
                attempt.inserted();
                if (found.targetKey().getFirst() instanceof Long id) {
                    attempt.take(id);
                }
            }
        }

        private long firstId() {
            byte[] id = (byte[]) session.rows("SELECT last_insert_id()", List.of()).getFirst()[0];
            return Long.parseLong(new String(id, StandardCharsets.US_ASCII));
        }

        private void collide(RowToWrite row, List<Integer> positions, List<Object> wanted, FoundRow found) {
            attempt.refuseUnlessLater(row, "the target takes its " + table.named(positions) + " " + shown(wanted)
                    + " for that of another row, " + shown(TableStatements.values(found.values(), positions)));
        }

        private void refuse(RowToWrite row, String reason) {
            attempt.decide(new Refused(row.sourceKey(), reason));
        }
    }

    private boolean differs(RowToWrite row, FoundRow found, List<Integer> positions) {
        return positions.stream().anyMatch(at ->
                !statements.key().contains(at) && !Values.equal(row.values()[at], found.values()[at]));
    }

    private String twice(List<Object> name) {
        return "another row of the source has the same " + table.named(table.naturalKey()) + " " + shown(name);
    }

    private static String shown(List<Object> values) {
        return "\"" + RowKey.text(RowKey.of(values)) + "\"";
    }
}
