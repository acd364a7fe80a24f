package dev.tidemark.sakila.generator;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Inserts a table's rows, many to a statement. The statements are written as text: that is faster than binding
 * parameters, and holds no more than one statement's rows, however long the table.
 */
record TableLoader(Statement statement) {
    private static final int STATEMENT_LENGTH = 256 * 1024;

    void load(TableRows rows) throws SQLException {
        String start = "INSERT INTO " + rows.table() + " (" + rows.columns() + ") VALUES ";
        var sql = new StringBuilder(start);
        for (int number = 1; number <= rows.count(); number++) {
            appendRow(sql, rows.values().apply(number));
            if (sql.length() > STATEMENT_LENGTH || number == rows.count()) {
                statement.executeUpdate(sql.toString());
                sql.setLength(start.length());
            } else {
                sql.append(',');
            }
        }
    }

    private static void appendRow(StringBuilder sql, Object... values) {
        char separator = '(';
        for (Object value : values) {
            sql.append(separator);
            SqlLiteral.append(sql, value);
            separator = ',';
        }
        sql.append(')');
    }
}
