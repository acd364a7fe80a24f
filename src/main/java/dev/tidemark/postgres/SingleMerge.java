package dev.tidemark.postgres;

import static dev.tidemark.postgres.StagedTable.GOOD;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Merges staged rows one by one, within the server, so that those fall which only the server can refuse: by a unique index
 * on an expression, a missing partition, a trigger. It takes many times as long as a merge of all together.
 *
 * @param session the transaction
 * @param staged the rows
 */
record SingleMerge(PostgresSession session, StagedTable staged) {
    /** Merges the good rows, and notes in {@code bad} what the server says of those that it refuses. */
    Merged run() {
        String function = PostgresNames.quoted(PostgresNames.STAGING_SCHEMA, staged.name() + "_merge");
        session.execute("CREATE INDEX ON " + staged.quotedName() + " (source_key)");
        session.execute(create(function));
        Object[] counts = session.rows("SELECT inserted, updated FROM " + function + "()").getFirst();
        session.execute("DROP FUNCTION " + function + "()");
        return new Merged(Long.parseLong((String) counts[0]), Long.parseLong((String) counts[1]));
    }

    // No name of a column contains the quotation marks, which are random.
    private String create(String function) {
        MergeStatements merges = new MergeStatements(staged, GOOD + " AND s.source_key = tried");
        String quotes = "$t" + UUID.randomUUID().toString().replace("-", "") + "$";
        List<String> inserts = staged.target().table().assigned().isPresent()
                ? List.of(merges.insertMissing(), merges.insertNumbered())
                : List.of(merges.insertMissing());
        return "CREATE FUNCTION " + function + "() RETURNS TABLE (inserted bigint, updated bigint) LANGUAGE plpgsql AS "
                + quotes + """

                #variable_conflict use_variable
                DECLARE
                    tried bytea;
                    done bigint;
                    detail text;
                BEGIN
                    inserted := 0;
                    updated := 0;
                    FOR tried IN SELECT s.source_key FROM %1$s s WHERE %2$s ORDER BY s.source_key LOOP
                        BEGIN
                            %3$s
                            %4$s
                        EXCEPTION WHEN %5$s THEN
                            GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
                            UPDATE %1$s s SET bad = concat_ws(': ', SQLERRM, nullif(rtrim(detail, '.'), ''))
                            WHERE s.source_key = tried;
                        END;
                    END LOOP;
                    RETURN NEXT;
                END""".formatted(
                        staged.quotedName(),
                        GOOD,
                        merges.update().map(update -> counted(update, "updated")).orElse(""),
                        inserts.stream().map(insert -> counted(insert, "inserted")).collect(Collectors.joining(" ")),
                        PostgresFailures.REFUSALS.stream()
                                .map(state -> "SQLSTATE '" + state + "'")
                                .collect(Collectors.joining(" OR ")))
                + quotes;
    }

    private static String counted(String statement, String count) {
        return statement + "; GET DIAGNOSTICS done = ROW_COUNT; " + count + " := " + count + " + done;";
    }

    /** How many rows were inserted and updated. */
    record Merged(long inserted, long updated) {}
}
