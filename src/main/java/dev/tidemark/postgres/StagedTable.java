package dev.tidemark.postgres;

import static dev.tidemark.postgres.PostgresNames.quoted;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts of statements about the rows that are staged for a table. Each value is staged as text. A row with a reason
 * ({@code bad}) is not merged; an empty reason is no fault, or one that was passed on. A row without a source key stands
 * for a row of the target that will be deleted.
 *
 * @param target the table that they are staged for
 * @param name the staging table's name
 */
record StagedTable(TargetTable target, String name) {
    /** The condition that a row of s is to be merged. */
    static final String GOOD = "s.bad IS NULL";

    /** The condition that the row of the target with the identity of o will not be as it is now. */
    static final String LEAVING = "(o.bad IS NULL OR o.source_key IS NULL)";

    /** The staging table as it stands in a statement. */
    String quotedName() {
        return quoted(PostgresNames.STAGING_SCHEMA, name);
    }

    /** The statement that creates it, and lets nobody else read it. */
    String create() {
        // Without a log: nothing of it outlives the transaction.
        return "CREATE UNLOGGED TABLE " + quotedName() + " (source_key bytea, known boolean, awaited boolean, bad text, "
                + columns(" text") + "); REVOKE ALL ON " + quotedName() + " FROM PUBLIC";
    }

    /** The statement that copies rows into it. */
    String copy() {
        return "COPY " + quotedName() + " (source_key, known, awaited, bad, " + columns("") + ") FROM STDIN";
    }

    /** The statement that drops it. */
    String drop() {
        return "DROP TABLE " + quotedName();
    }

    private String columns(String type) {
        return target.positions().stream().map(position -> text(position) + type).collect(Collectors.joining(", "));
    }

    /** The column with the staged text of a value. */
    static String text(int position) {
        return "c" + position;
    }

    /** The staged value of s as the column's type. */
    String value(int position) {
        return value("s", position);
    }

    /** The staged value as the column's type, where the staging table is called {@code alias}. */
    String value(String alias, int position) {
        return target.value(alias + "." + text(position), position);
    }

    /** Several staged values of s. */
    String values(List<Integer> positions) {
        return positions.stream().map(this::value).collect(Collectors.joining(", "));
    }

    /** The condition that s has the identity of t. */
    String same() {
        return target.equal(target.identity(), this::value);
    }

    /** The condition that none of these values of s is NULL. */
    static String present(List<Integer> positions) {
        return positions.stream()
                .map(position -> "s." + text(position) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    /** The staged texts of s for people. */
    static String shown(List<Integer> positions) {
        return positions.stream()
                .map(position -> "coalesce(left(s." + text(position) + ", 60), 'NULL')")
                .collect(Collectors.joining(" || ', ' || "));
    }
}
