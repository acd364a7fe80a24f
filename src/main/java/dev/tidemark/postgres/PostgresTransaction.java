package dev.tidemark.postgres;

import static dev.tidemark.postgres.PostgresNames.quoted;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sql.RuntimeStatement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A transaction of the target. Its staging tables are created within it and dropped before the commit, so nobody else
 * ever sees them, and a crash leaves none.
 */
final class PostgresTransaction implements CopyTransaction {
    private static final int LONGEST_PART_OF_A_NAME = 40;
    private static final int FIRST_WITH_INPUT_ERRORS = 160_000;
    private static final String COLLATIONS = """
            SELECT c.relname, a.attname, format('%I.%I', m.nspname, o.collname)
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
            JOIN pg_catalog.pg_namespace m ON m.oid = o.collnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND o.collname <> 'default'""";

    private final PostgresSession session;
    private final AtomicBoolean refusedBefore;
    private final Runnable beforeCommit;
    private final TargetRows rows;
    private final SuspendedKeys suspendedKeys;
    private final Map<String, TargetTable> targets = new HashMap<>();
    private final Map<String, StagingWriter> writers = new LinkedHashMap<>();
    private final List<StagedTable> stagings = new ArrayList<>();
    private boolean fallen;
    private String inputError;

    /**
     * Begins.
     *
     * @param refusedBefore whether the server refused a row of an earlier attempt of this run
     * @param beforeCommit fails if the run must not commit any more
     */
    PostgresTransaction(
            PostgresSession session,
            String schema,
            List<CopyTable> tables,
            int batchSize,
            AtomicBoolean refusedBefore,
            Runnable beforeCommit) {
        this.session = session;
        this.refusedBefore = refusedBefore;
        this.rows = new TargetRows(session, batchSize);
        this.suspendedKeys = new SuspendedKeys(session);
        this.beforeCommit = beforeCommit;
        session.execute("SET CONSTRAINTS ALL DEFERRED; SET LOCAL work_mem = '64MB'");
        Map<String, Map<String, String>> collations = session.rows(COLLATIONS, schema).stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.toMap(row -> (String) row[1], row -> (String) row[2])));
        tables.forEach(table -> targets.put(
                table.source(), new TargetTable(schema, table, collations.getOrDefault(table.target(), Map.of()))));
    }

    @Override
    public TableWriter writer(CopyTable table, Existing existing, Owned owned) {
        long server = session.number("SELECT pg_backend_pid()");
        StagedTable staged = new StagedTable(
                target(table), shortened(table.target()) + "_" + server + "_" + stagings.size());
        session.execute(staged.create());
        stagings.add(staged);
        StagingWriter writer = new StagingWriter(this, session, staged, existing, owned);
        writers.put(table.source(), writer);
        return writer;
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_PART_OF_A_NAME) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private TargetTable target(CopyTable table) {
        return target(table.source());
    }

    /** The table of this name in the source. */
    TargetTable target(String source) {
        return targets.get(source);
    }

    /** The rows that are still to be merged into the table of this name in the source. */
    Optional<StagedTable> staged(String source) {
        return Optional.ofNullable(writers.get(source))
                .filter(writer -> !writer.isMerged())
                .map(StagingWriter::staged);
    }

    /**
     * Lets rows fall whose parents fell after they were examined, which happens where tables refer to each other in
     * circles, and where only the merge finds a bad row. Returns whether any may have fallen.
     */
    boolean settleOrphans() {
        if (!fallen && writers.values().stream().noneMatch(StagingWriter::wasEarly)) {
            return false;
        }
        List<StagingWriter> unmerged =
                writers.values().stream()
                .filter(writer -> writer.isExamined() && !writer.isMerged())
                .toList();
        while (unmerged.stream().mapToLong(StagingWriter::checkOthers).sum() > 0) {
            // Until no more rows fall.
        }
        return true;
    }

    /** Notes that rows fell that were examined before. */
    void noteFallen() {
        fallen = true;
    }

    /**
     * Whether the server refused a row, and does so whenever the run is tried again. Another session may have written the
     * key at the same time, which the next attempt examines.
     */
    boolean isRefusedAgain(TidemarkException failure) {
        return PostgresFailures.isRefusal(failure) && (!failure.mayPass() || refusedBefore.getAndSet(true));
    }

    /** Suspends the foreign keys of tables that are about to be filled, while no row was changed yet. */
    void prepareFirstMerge() {
        if (writers.values().stream().noneMatch(StagingWriter::isMerged)) {
            writers.values().stream()
                    .filter(StagingWriter::fillsTable)
                    .forEach(writer -> suspendedKeys.suspend(writer.staged().target()));
        }
    }

    /** Whether the rows of the table of this name in the source are staged and not examined yet. */
    boolean isUnexamined(String source) {
        return writers.containsKey(source) && !writers.get(source).isExamined();
    }

    /** The number that a query finds; empty if a text is no value of its type, after which the transaction goes on. */
    Optional<Long> countOrNothing(RuntimeStatement query) {
        return session.attempt(
                () -> Optional.of(session.number(query.text(), query.parameters().toArray())),
                PostgresFailures::isDataFailure,
                _ -> Optional.empty());
    }

    /**
     * A format, of a text and the name of a type, for an expression that says why the text is no value of the type, and
     * is NULL where it is one.
     */
    String inputError() {
        if (inputError == null) {
            inputError = session.number("SHOW server_version_num") >= FIRST_WITH_INPUT_ERRORS
                    ? "(SELECT message FROM pg_input_error_info(%s, '%s'))"
                    : createInputError();
        }
        return inputError;
    }

    // Older servers lack the function. This one, which lives as long as the transaction, says the same.
    private String createInputError() {
        String name = quoted(
                PostgresNames.STAGING_SCHEMA, "input_error_" + session.number("SELECT pg_backend_pid()"));
        session.execute("CREATE FUNCTION " + name + """
                (value text, type text) RETURNS text LANGUAGE plpgsql AS $$
                BEGIN
                    EXECUTE 'SELECT $1::' || type USING value;
                    RETURN NULL;
                EXCEPTION WHEN data_exception THEN
                    RETURN SQLERRM;
                END $$""");
        return name + "(%s, '%s')";
    }

    @Override
    public void detach(CopyTable table, List<Integer> positions, List<List<Object>> targetKeys) {
        rows.detach(target(table), positions, targetKeys);
    }

    @Override
    public long delete(CopyTable table, List<List<Object>> targetKeys) {
        return rows.delete(target(table), targetKeys);
    }

    @Override
    public List<List<Object>> referring(
            CopyTable child, CopyReference reference, CopyTable parent, List<List<Object>> parentKeys) {
        return rows.referring(target(child), reference, target(parent), parentKeys);
    }

    @Override
    public List<FoundRow> rows(CopyTable table, List<List<Object>> targetKeys) {
        return rows.find(target(table), targetKeys);
    }

    @Override
    public long count(CopyTable table) {
        return rows.count(target(table));
    }

    @Override
    public BigDecimal sum(CopyTable table, int position) {
        return rows.sum(target(table), position);
    }

    @Override
    public long orphans(CopyTable child, CopyReference reference, CopyTable parent) {
        return rows.orphans(target(child), reference, target(parent));
    }

    @Override
    public long sequenceLag(CopyTable table) {
        return new NumberedColumn(session, target(table)).lag();
    }

    @Override
    public void settle(CopyTable table) {
        TargetTable target = target(table);
        new NumberedColumn(session, target).advance();
        session.execute("ANALYZE " + target.name());
    }

    @Override
    public void commit() {
        stagings.forEach(staged -> session.execute(staged.drop()));
        stagings.clear();
        if (inputError != null && inputError.startsWith(quoted(PostgresNames.STAGING_SCHEMA))) {
            session.execute("DROP FUNCTION " + inputError.formatted("text", "text").replace("'", ""));
            inputError = null;
        }
        suspendedKeys.restore();
        beforeCommit.run();
        session.commit();
    }

    @Override
    public void close() {
        session.close();
    }
}
