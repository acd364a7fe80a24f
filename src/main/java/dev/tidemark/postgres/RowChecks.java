package dev.tidemark.postgres;

import static dev.tidemark.postgres.StagedTable.GOOD;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.sql.RuntimeStatement;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The checks of staged rows among each other and against the rows of the target. Each statement gives the rows that fail
 * it a reason.
 *
 * @param staged the rows
 */
record RowChecks(StagedTable staged) {
    /** Rows that share a key, but for the one that has it in the target already; NULL is no key. */
    RuntimeStatement shared(List<Integer> key) {
        String values = staged.values(key);
        String has = target().identity().containsAll(key)
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM " + target().name() + " t WHERE " + staged.same() + " AND "
                        + target().equal(key, staged::value) + ")";
        return mark(
                "several rows have the same " + target().named(key) + ": ",
                StagedTable.shown(key),
                "",
                "(" + values + ") IN (SELECT " + values + " FROM " + staged.quotedName() + " s WHERE " + GOOD + " AND "
                        + StagedTable.present(key) + " GROUP BY " + values + " HAVING count(*) > 1)" + has);
    }

    /** Rows whose key belongs to a row of the target that is not staged, and so keeps it. */
    RuntimeStatement taken(List<Integer> key) {
        return mark(
                "another row of the target has this " + target().named(key) + ": ",
                StagedTable.shown(key),
                targetRows(),
                target().equal(key, staged::value) + " AND (" + staged.same() + ") IS NOT TRUE AND NOT EXISTS (SELECT 1"
                        + " FROM " + staged.quotedName() + " o WHERE " + StagedTable.LEAVING + " AND "
                        + target().equal(target().identity(), position -> staged.value("o", position)) + ")");
    }

    /** Rows that are in the target and not known to come from the source. */
    RuntimeStatement there() {
        return mark(
                "the target has a row with this " + target().named(target().table().targetKey()) + " already: ",
                StagedTable.shown(target().table().targetKey()),
                targetRows(),
                "NOT s.known AND " + staged.same());
    }

    /** Leaves out the rows that are in the target and not known to come from the source, without a fault. */
    RuntimeStatement leave() {
        return RuntimeStatement.of("UPDATE " + staged.quotedName() + " s SET bad = '' FROM " + target().name()
                + " t WHERE " + GOOD + " AND NOT s.known AND " + staged.same());
    }

    /**
     * Rows whose parent is neither in the target nor among the rows that are staged for it.
     *
     * @param parent the parent's table
     * @param stagedParent the rows that are still to be merged into it
     */
    RuntimeStatement orphans(CopyReference reference, TargetTable parent, Optional<StagedTable> stagedParent) {
        String missing = "NOT EXISTS (SELECT 1 FROM " + parent.name() + " p WHERE "
                + pairs(reference, position -> "p." + parent.column(position)) + ")";
        String missingToo = stagedParent
                .map(rows -> " AND NOT EXISTS (SELECT 1 FROM " + rows.quotedName() + " p WHERE p.bad IS NULL AND "
                        + pairs(reference, position -> rows.value("p", position)) + ")")
                .orElse("");
        return mark(
                target().named(reference.columns()) + ": " + parent.table().target() + " has no row with "
                        + parent.named(reference.parentColumns()) + " ",
                StagedTable.shown(reference.columns()),
                "",
                StagedTable.present(reference.columns()) + " AND " + missing + missingToo);
    }

    /** Rows whose natural key several rows of the target have. */
    RuntimeStatement ambiguous() {
        String columns = naturalKey().stream()
                .map(position -> "t." + target().column(position))
                .collect(Collectors.joining(", "));
        return mark(
                "several rows of the target have this " + target().named(naturalKey()) + ": ",
                StagedTable.shown(naturalKey()),
                "",
                idMissing() + " AND (" + staged.values(naturalKey()) + ") IN (SELECT " + columns + targetRows()
                        + " WHERE " + unclaimed() + " GROUP BY " + columns + " HAVING count(*) > 1)");
    }

    /** Gives each row without an id that of the row of the target with its natural key. */
    RuntimeStatement find() {
        int id = target().identity().getFirst();
        return RuntimeStatement.of("UPDATE " + staged.quotedName() + " s SET " + StagedTable.text(id) + " = t."
                + target().column(id) + "::text FROM " + target().name() + " t WHERE " + GOOD + " AND " + idMissing()
                + " AND " + target().equal(naturalKey(), staged::value) + " AND " + unclaimed());
    }

    /** The ids of rows of the target that rows without an id are to adopt. */
    String adopted() {
        return "SELECT s." + id() + " FROM " + staged.quotedName() + " s WHERE " + GOOD + " AND s.awaited AND s." + id()
                + " IS NOT NULL";
    }

    /** Rows that are to adopt one of these rows of the target, which belong to other rows of the source. */
    RuntimeStatement owned(String[] ids) {
        return RuntimeStatement.of(
                "UPDATE " + staged.quotedName() + " s SET bad = ?::text || " + StagedTable.shown(naturalKey())
                        + " WHERE " + GOOD + " AND s.awaited AND s." + id() + " = ANY (?)",
                "another row of the source has the same " + target().named(naturalKey()) + ": ",
                ids);
    }

    private String id() {
        return StagedTable.text(target().identity().getFirst());
    }

    // A row of the target whose own source row is staged will have that one's natural key.
    private String unclaimed() {
        int id = target().identity().getFirst();
        return "NOT EXISTS (SELECT 1 FROM " + staged.quotedName() + " o WHERE " + StagedTable.LEAVING + " AND o."
                + StagedTable.text(id) + " IS NOT NULL AND " + staged.value("o", id) + " = t." + target().column(id) + ")";
    }

    private String idMissing() {
        return "s." + id() + " IS NULL";
    }

    private List<Integer> naturalKey() {
        return target().table().naturalKey();
    }

    private TargetTable target() {
        return staged.target();
    }

    private String targetRows() {
        return " FROM " + target().name() + " t";
    }

    private String pairs(CopyReference reference, IntFunction<String> parent) {
        return IntStream.range(0, reference.columns().size())
                .mapToObj(index -> parent.apply(reference.parentColumns().get(index)) + " = "
                        + staged.value(reference.columns().get(index)))
                .collect(Collectors.joining(" AND "));
    }

    private RuntimeStatement mark(String reason, String shown, String from, String condition) {
        return RuntimeStatement.of(
                "UPDATE " + staged.quotedName() + " s SET bad = ?::text || " + shown + from + " WHERE " + GOOD + " AND "
                        + condition,
                reason);
    }
}
