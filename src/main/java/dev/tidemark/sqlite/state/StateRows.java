package dev.tidemark.sqlite.state;

import dev.tidemark.copy.state.KeyRange;
import dev.tidemark.copy.state.KnownHash;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RangeHash;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.RuntimeMapper;
import dev.tidemark.sql.RuntimeStatement;
import dev.tidemark.sqlite.WarehouseSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;

/**
 * The table copy_row. It is as large as the source, so its statements are written by hand: several rows in one, and no
 * columns that a reader does not need.
 */
record StateRows(WarehouseSession session) implements RowMap {
    private static final String COLUMNS = "source_key, hash, target_key, status, present, reason";
    private static final int ROWS_A_STATEMENT = 50;
    private static final int KEYS_A_STATEMENT = 500;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
    private static final List<RowStatus> TO_REMOVE =
            List.of(RowStatus.REJECTED, RowStatus.PARENT_MISSING, RowStatus.GONE);

    /** Where rows that are not settled are found. Left to itself, SQLite looks for the few among all rows. */
    private static final String INDEX = "copy_row INDEXED BY copy_row_unsettled";

    /** The index's own condition, without which it serves no query. */
    private static final String UNSETTLED = " WHERE table_id = ? AND status <> 0 AND ";

    @Override
    public void hashes(long table, KeyRange range, Consumer<Iterator<KnownHash>> reader) {
        String select = "SELECT source_key, hash FROM copy_row WHERE table_id = ? AND source_key >= ?";
        String order = " ORDER BY source_key";
        RuntimeStatement query = range.below() == null
                ? RuntimeStatement.of(select + order, table, range.from())
                : RuntimeStatement.of(select + " AND source_key < ?" + order, table, range.from(), range.below());
        stream(query, row -> new KnownHash((byte[]) row[0], (byte[]) row[1]), reader);
    }

    @Override
    public void all(long table, Consumer<Iterator<MappedRow>> reader) {
        stream(
                RuntimeStatement.of(
                        "SELECT " + COLUMNS + " FROM copy_row WHERE table_id = ? ORDER BY source_key", table),
                StateRows::row,
                reader);
    }

    @Override
    public void ranges(long table, Consumer<Iterator<RangeHash>> reader) {
        stream(
                RuntimeStatement.of(
                        "SELECT first_key, hash FROM copy_range WHERE table_id = ? ORDER BY first_key", table),
                row -> new RangeHash((byte[]) row[0], (byte[]) row[1]),
                reader);
    }

    @Override
    public void putRanges(long table, List<RangeHash> ranges) {
        session.writing(() -> inParts(ranges, ROWS_A_STATEMENT, part -> {
            List<Object> values = new ArrayList<>(part.size() * 3);
            part.forEach(range -> values.addAll(List.of(table, range.firstKey(), range.hash())));
            mapper().execute(new RuntimeStatement(
                    "INSERT OR REPLACE INTO copy_range (table_id, first_key, hash) VALUES "
                            + repeated("(?, ?, ?)", part.size()),
                    values));
        }));
    }

    @Override
    public void forgetRanges(long table) {
        write(RuntimeStatement.of("DELETE FROM copy_range WHERE table_id = ?", table));
    }

    @Override
    public boolean hasRowsInTarget(long table) {
        return number(RuntimeStatement.of(
                        "SELECT EXISTS (SELECT 1 FROM copy_row WHERE table_id = ? AND present = 1)", table)) > 0;
    }

    @Override
    public void forget(long table) {
        write(RuntimeStatement.of("DELETE FROM copy_row WHERE table_id = ?", table));
        forgetRanges(table);
    }

    @Override
    public void distrustUnsettledRanges(long table) {
        write(RuntimeStatement.of(
                "UPDATE copy_range SET hash = NULL WHERE table_id = ? AND first_key IN (SELECT (SELECT max(first_key)"
                        + " FROM copy_range AS range WHERE range.table_id = copy_row.table_id"
                        + " AND range.first_key <= copy_row.source_key) FROM " + INDEX
                        + " WHERE copy_row.table_id = ? AND status <> 0)",
                table, table));
    }

    @Override
    public void put(long table, List<MappedRow> rows) {
        // Sent together, statements of the same text are prepared once.
        session.writing(() -> inParts(rows, ROWS_A_STATEMENT, part -> mapper().execute(upsert(table, part))));
    }

    private static RuntimeStatement upsert(long table, List<MappedRow> rows) {
        List<Object> values = new ArrayList<>(rows.size() * 7);
        rows.forEach(row -> values.addAll(Arrays.asList(
                table,
                row.sourceKey(),
                row.hash(),
                row.targetKey(),
                row.status().ordinal(),
                row.present() ? 1 : 0,
                row.reason())));
        return new RuntimeStatement(
                "INSERT INTO copy_row (table_id, " + COLUMNS + ") VALUES " + repeated(ROW, rows.size())
                        + " ON CONFLICT (table_id, source_key) DO UPDATE SET hash = excluded.hash,"
                        + " target_key = excluded.target_key, status = excluded.status,"
                        + " present = excluded.present, reason = excluded.reason",
                values);
    }

    @Override
    public void remove(long table, List<byte[]> sourceKeys) {
        inParts(sourceKeys, KEYS_A_STATEMENT, part -> write(withKeys(
                "DELETE FROM copy_row WHERE table_id = ? AND source_key IN", table, part, "")));
    }

    @Override
    public List<MappedRow> rows(long table, List<byte[]> sourceKeys) {
        return found("SELECT " + COLUMNS + " FROM copy_row WHERE table_id = ? AND source_key IN", table, sourceKeys, "");
    }

    @Override
    public boolean hasTargetKeys(long table) {
        return number(RuntimeStatement.of(
                        "SELECT EXISTS (SELECT 1 FROM copy_row WHERE table_id = ? AND target_key IS NOT NULL)", table))
                == 1;
    }

    @Override
    public List<MappedRow> rowsInTarget(long table, List<byte[]> targetKeys) {
        String select = "SELECT " + COLUMNS + " FROM copy_row WHERE table_id = ? AND ";
        List<MappedRow> rows = found(select + "target_key IN", table, targetKeys, "");
        rows.addAll(found(select + "source_key IN", table, targetKeys, " AND target_key IS NULL AND present = 1"));
        return rows;
    }

    @Override
    public List<MappedRow> unsettled(long table, RowStatus status, byte[] after, int most) {
        return page(table, List.of(status), "", after, most);
    }

    @Override
    public List<MappedRow> toRemove(long table, byte[] after, int most) {
        return page(table, TO_REMOVE, " AND present = 1", after, most);
    }

    @Override
    public void removed(long table) {
        write(RuntimeStatement.of("DELETE FROM " + INDEX + UNSETTLED + "status = 3 AND present = 1", table));
        write(RuntimeStatement.of(
                "UPDATE " + INDEX + " SET present = 0, target_key = NULL" + UNSETTLED
                        + "status IN (1, 2) AND present = 1",
                table));
    }

    @Override
    public long countToRemove(long table) {
        return number(RuntimeStatement.of(
                "SELECT count(*) FROM " + INDEX + UNSETTLED + "status IN (1, 2, 3) AND present = 1", table));
    }

    @Override
    public long count(long table, RowStatus status) {
        String where = status == RowStatus.CARRIED ? "copy_row WHERE table_id = ? AND " : INDEX + UNSETTLED;
        return number(
                RuntimeStatement.of("SELECT count(*) FROM " + where + "status = ?", table, status.ordinal()));
    }

    @Override
    public long countAbsent(long table) {
        return number(RuntimeStatement.of(
                "SELECT count(*) FROM " + INDEX + UNSETTLED + "status = 4 AND present = 0", table));
    }

    private long number(RuntimeStatement query) {
        return session.asking(() -> ((Number) mapper().rows(query).getFirst()[0]).longValue());
    }

    // The index has the rows of one status in the order of their keys. SQLite merges those of several as it reads them.
    private List<MappedRow> page(long table, List<RowStatus> statuses, String condition, byte[] after, int most) {
        // Every key is larger than a zero byte.
        byte[] above = after == null ? new byte[1] : after;
        String one = "SELECT " + COLUMNS + " FROM " + INDEX + UNSETTLED + "status = ?" + condition + " AND source_key > ?";
        List<Object> values = new ArrayList<>();
        statuses.forEach(status -> values.addAll(List.of(table, status.ordinal(), above)));
        values.add(most);
        String all = String.join(" UNION ALL ", Collections.nCopies(statuses.size(), one));
        RuntimeStatement query = new RuntimeStatement(all + " ORDER BY source_key LIMIT ?", values);
        return session.asking(
                () -> mapper().rows(query).stream().map(StateRows::row).toList());
    }

    private List<MappedRow> found(String start, long table, List<byte[]> keys, String end) {
        List<MappedRow> rows = new ArrayList<>();
        inParts(keys, KEYS_A_STATEMENT, part -> session.asking(() -> mapper().rows(withKeys(start, table, part, end)))
                .forEach(row -> rows.add(row(row))));
        return rows;
    }

    private static RuntimeStatement withKeys(String start, long table, List<byte[]> keys, String end) {
        List<Object> parameters = new ArrayList<>(keys.size() + 1);
        parameters.add(table);
        parameters.addAll(keys);
        return new RuntimeStatement(start + " (" + repeated("?", keys.size()) + ")" + end, parameters);
    }

    private void write(RuntimeStatement statement) {
        session.writing(() -> mapper().execute(statement));
    }

    private <R> void stream(RuntimeStatement query, Function<Object[], R> row, Consumer<Iterator<R>> reader) {
        session.asking(() -> Cursors.rows(mapper().stream(query), rows -> {
            reader.accept(mapped(rows, row));
            return null;
        }));
    }

    private static <R> Iterator<R> mapped(Iterator<Object[]> rows, Function<Object[], R> row) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public R next() {
                return row.apply(rows.next());
            }
        };
    }

    private static MappedRow row(Object[] values) {
        return new MappedRow(
                (byte[]) values[0],
                (byte[]) values[1],
                (byte[]) values[2],
                RowStatus.values()[((Number) values[3]).intValue()],
                ((Number) values[4]).intValue() == 1,
                (String) values[5]);
    }

    private static <E> void inParts(List<E> all, int size, Consumer<List<E>> part) {
        all.stream().gather(Gatherers.windowFixed(size)).forEach(part);
    }

    private static String repeated(String text, int count) {
        return String.join(", ", Collections.nCopies(count, text));
    }

    private RuntimeMapper mapper() {
        return session.runtime();
    }
}
