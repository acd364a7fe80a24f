package dev.tidemark.sqlite.source;

import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.RowBlock;
import dev.tidemark.sql.RuntimeMapper;
import dev.tidemark.sql.RuntimeStatement;
import dev.tidemark.sqlite.SqliteNames;
import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;

/** The statements that a source is read with. All of SQLite's dialect that a copy needs is here. */
final class SnapshotQueries {
    private final SqlSession session;
    private final RuntimeMapper mapper;
    private String textOrder;

    SnapshotQueries(SqlSession session) {
        this.session = session;
        this.mapper = Mappers.of(session, RuntimeMapper.class);
    }

    /** Reads, and by that begins the transaction's view of the file. */
    void beginReading() {
        single("SELECT COUNT(*) FROM sqlite_schema");
    }

    /** Whether writers use a write-ahead log, so that they do not wait for this transaction. */
    boolean isWriteAhead() {
        return single("PRAGMA journal_mode").equals("wal");
    }

    String version() {
        return (String) single("SELECT sqlite_version()");
    }

    /** The tables that hold rows of their own: name, whether it has no rowid. */
    List<Object[]> tables() {
        return rows("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name");
    }

    /** The columns of a table: name, type, whether it is NOT NULL, default, position in the primary key, kind. */
    List<Object[]> columns(String table) {
        return rows(
                "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid", table);
    }

    /** The columns of the indexes of a table: index, whether it is unique, its origin, name (null for an expression). */
    List<Object[]> indexes(String table) {
        return rows(
                "SELECT i.name, i.\"unique\", i.origin, c.name FROM pragma_index_list(?) i, pragma_index_xinfo(i.name) c"
                        + " WHERE c.key = 1 AND i.partial = 0 ORDER BY i.seq DESC, c.seqno",
                table);
    }

    /** The columns of the foreign keys of a table: number, parent, column, parent's column (null for its key). */
    List<Object[]> references(String table) {
        return rows(
                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq", table);
    }

    long count(String table) {
        return (Long) single("SELECT COUNT(*) FROM " + SqliteNames.quoted(table));
    }

    /** The rows of a table in the order of the key, streamed; the caller closes the cursor. */
    Cursor<RowBlock> stream(String table, List<String> columns, List<String> key) {
        return mapper.stream(RuntimeStatement.of(select(table, columns) + orderBy(key)));
    }

    /** The same for the rows whose column {@code changedAt} has this value or a larger one. */
    Cursor<RowBlock> streamSince(
            String table, List<String> columns, List<String> key, String changedAt, Object since) {
        return mapper.stream(RuntimeStatement.of(
                select(table, columns) + " WHERE " + column(changedAt) + " >= ?" + orderBy(key), since));
    }

    private static String select(String table, List<String> columns) {
        return "SELECT " + String.join(", ", columns.stream().map(SnapshotQueries::column).toList()) + " FROM "
                + SqliteNames.quoted(table) + " AS s";
    }

    private String orderBy(List<String> key) {
        String order = " COLLATE " + textOrder();
        return key.isEmpty()
                ? ""
                : " ORDER BY " + String.join(", ", key.stream().map(name -> column(name) + order).toList());
    }

    /** The faults of the file in SQLite's words, or only "ok". */
    List<Object[]> faults(int most) {
        return rows("PRAGMA integrity_check(" + most + ")");
    }

    /** Rows that refer to missing ones: table, rowid (null without one), parent. */
    List<Object[]> orphans(int most) {
        return rows("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT ?", most);
    }

    // Without the table before it, SQLite would take the name of a missing column for a text.
    private static String column(String name) {
        return "s." + SqliteNames.quoted(name);
    }

    private String textOrder() {
        if (textOrder == null) {
            boolean isUtf8 = single("SELECT encoding FROM pragma_encoding").equals("UTF-8");
            textOrder = isUtf8 ? "BINARY" : TextOrder.register(session.getConnection());
        }
        return textOrder;
    }

    private Object single(String query) {
        return rows(query).getFirst()[0];
    }

    private List<Object[]> rows(String query, Object... parameters) {
        return mapper.rows(RuntimeStatement.of(query, parameters));
    }
}
