package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyTable;
import java.util.Optional;

/**
 * The sequence behind the column whose numbers the database gives.
 *
 * @param session the connection
 * @param target the table
 */
record NumberedColumn(PostgresSession session, TargetTable target) {
    // That of an identity column or a serial one, or else that which the default names.
    private static final String SEQUENCE = """
            SELECT coalesce(pg_get_serial_sequence(?, ?), (
                SELECT format('%I.%I', n.nspname, s.relname)
                FROM pg_catalog.pg_attrdef d
                JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                JOIN pg_catalog.pg_depend u ON u.classid = 'pg_catalog.pg_attrdef'::regclass AND u.objid = d.oid
                JOIN pg_catalog.pg_class s ON s.oid = u.refobjid AND s.relkind = 'S'
                JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
                WHERE d.adrelid = ?::regclass AND a.attname = ?
                LIMIT 1))""";

    /** By how much the next number is too small; 0 if the numbers go down, or there is no larger one. */
    long lag() {
        return sequence().map(this::lag).orElse(0L);
    }

    /** Moves the sequence beyond the largest number, if it is not there. */
    void advance() {
        sequence().filter(sequence -> lag(sequence) > 0).ifPresent(sequence -> session.number(
                "SELECT setval(?::regclass, greatest(" + largest() + ", s.last_value)::bigint)" + from(sequence),
                sequence,
                sequence));
    }

    private long lag(String sequence) {
        return session.number(
                "SELECT CASE WHEN q.seqincrement < 0 THEN 0 ELSE greatest(0, coalesce(" + largest()
                        + " + 1 - CASE WHEN s.is_called THEN s.last_value::numeric + q.seqincrement ELSE s.last_value END,"
                        + " 0)) END" + from(sequence),
                sequence);
    }

    private static String from(String sequence) {
        return " FROM " + sequence + " s, pg_catalog.pg_sequence q WHERE q.seqrelid = ?::regclass";
    }

    // No number follows the last one of the sequence, so a row that has it does not count.
    private String largest() {
        String column = "t." + PostgresNames.quoted(target.table().numbered());
        return "(SELECT max(" + column + ")::numeric FROM " + target.name() + " t WHERE " + column + " < q.seqmax)";
    }

    /** The sequence, as it stands in a statement; empty if no column has one. */
    Optional<String> sequence() {
        CopyTable table = target.table();
        return Optional.ofNullable(table.numbered())
                .map(column -> session.text(SEQUENCE, target.name(), column, target.name(), column));
    }
}
