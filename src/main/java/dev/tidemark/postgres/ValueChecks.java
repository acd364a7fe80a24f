package dev.tidemark.postgres;

import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.sql.RuntimeStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks of single values: NULL where it is refused, length, rounding, and text that is no value of the type.
 *
 * @param staged the rows
 */
record ValueChecks(StagedTable staged) {
    /**
     * A fault that a value may have.
     *
     * @param condition holds of the faulty rows of s
     * @param reason an expression with one parameter
     * @param parameter what people read first
     */
    private record Fault(String condition, String reason, String parameter) {}

    /** The query for the number of faulty rows. It fails with a data exception where a text is no value of its type. */
    RuntimeStatement count() {
        String reads = staged.target().positions().stream()
                .filter(position -> !staged.target().isText(position))
                .map(position -> ", count(" + staged.value(position) + ")")
                .collect(Collectors.joining());
        String faulty = faults().stream().map(Fault::condition).collect(Collectors.joining(" OR "));
        return RuntimeStatement.of("SELECT count(*) FILTER (WHERE " + (faulty.isEmpty() ? "false" : faulty) + ")"
                + reads + " FROM " + staged.quotedName() + " s WHERE " + StagedTable.GOOD);
    }

    /** Gives the faulty rows their reasons. */
    RuntimeStatement mark() {
        List<Fault> faults = faults();
        String cases = faults.stream()
                .map(fault -> " WHEN " + fault.condition() + " THEN " + fault.reason())
                .collect(Collectors.joining());
        // Within the CASE, so that no row with a reason is read as a type that its text is no value of.
        return new RuntimeStatement(
                "UPDATE " + staged.quotedName() + " s SET bad = f.reason FROM (SELECT s.ctid AS id, CASE WHEN NOT ("
                        + StagedTable.GOOD + ") THEN NULL" + cases + " END AS reason FROM " + staged.quotedName()
                        + " s) f WHERE s.ctid = f.id AND f.reason IS NOT NULL",
                faults.stream().<Object>map(Fault::parameter).toList());
    }

    /**
     * Gives rows with a text that is no value of its type a reason, and empties them, so that nothing reads them again.
     *
     * @param error the function that returns why a text is no value of a type; null where it is one
     */
    RuntimeStatement markUnreadable(String error) {
        List<Object> parameters = new ArrayList<>();
        String reasons = staged.target().positions().stream()
                .filter(position -> !staged.target().isText(position))
                .map(position -> {
                    parameters.add(staged.target().named(List.of(position)) + ": ");
                    return "? || " + error.formatted("s." + StagedTable.text(position), staged.target().read(position));
                })
                .collect(Collectors.joining(", "));
        String emptied = staged.target().positions().stream()
                .map(position -> ", " + StagedTable.text(position) + " = NULL")
                .collect(Collectors.joining());
        return new RuntimeStatement(
                "UPDATE " + staged.quotedName() + " s SET bad = f.reason" + emptied
                        + " FROM (SELECT s.ctid AS id, coalesce(" + reasons + ") AS reason FROM " + staged.quotedName()
                        + " s WHERE " + StagedTable.GOOD + ") f WHERE s.ctid = f.id AND f.reason IS NOT NULL",
                parameters);
    }

    private List<Fault> faults() {
        return staged.target().positions().stream().flatMap(this::faults).toList();
    }

    private Stream<Fault> faults(int position) {
        TargetTable target = staged.target();
        String text = "s." + StagedTable.text(position);
        String name = target.named(List.of(position)) + ": ";
        boolean given = target.table().assigned().isEmpty() || target.table().assigned().getAsInt() != position;
        boolean required = given
                && (target.table().columns().get(position).required() || target.table().targetKey().contains(position));
        Optional<Fault> missing = required
                ? Optional.of(new Fault(
                        text + " IS NULL" + (isNaturalKey(position) ? " AND " + idMissing() : ""),
                        "?::text",
                        name + "NULL is not allowed"))
                : Optional.empty();
        return Stream.of(missing, tooLong(position, text, name), rounded(position, text, name))
                .flatMap(Optional::stream);
    }

    // A row whose id is known needs no natural key to be found.
    private boolean isNaturalKey(int position) {
        return staged.target().table().assigned().isPresent()
                && staged.target().table().targetKey().contains(position)
                && !staged.target().table().columns().get(position).required();
    }

    private String idMissing() {
        return "s." + StagedTable.text(staged.target().table().assigned().getAsInt()) + " IS NULL";
    }

    private Optional<Fault> tooLong(int position, String text, String name) {
        if (!(staged.target().type(position) instanceof ColumnType.Text limit) || limit.mostCharacters() == 0) {
            return Optional.empty();
        }
        String counted = limit.padded() ? "char_length(rtrim(" + text + ", ' '))" : "char_length(" + text + ")";
        return Optional.of(new Fault(
                counted + " > " + limit.mostCharacters(),
                "?::text || " + counted + " || ' characters, and " + limit.mostCharacters() + " are allowed'",
                name));
    }

    private Optional<Fault> rounded(int position, String text, String name) {
        return PostgresTypes.unrounded(staged.target().type(position))
                .map(exact -> new Fault(
                        text + "::" + exact + " <> " + staged.value(position),
                        "?::text || " + text + " || ' would be rounded to ' || " + staged.value(position) + "::text",
                        name));
    }
}
