package dev.tidemark.sql;

import dev.tidemark.table.UtcText;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Reads and writes times as text, on both sides. So no driver converts between time zones, and an invalid date reads as
 * NULL.
 */
public final class UtcTextHandler extends BaseTypeHandler<LocalDateTime> {
    private final UnreadableDates unreadable;

    /** A handler that notes invalid dates in {@code unreadable}. */
    public UtcTextHandler(UnreadableDates unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, LocalDateTime time, JdbcType type)
            throws SQLException {
        statement.setString(index, UtcText.format(time));
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row, row.findColumn(column));
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row, column);
    }

    @Override
    public LocalDateTime getNullableResult(CallableStatement call, int column) throws SQLException {
        return UtcText.parse(call.getBytes(column));
    }

    // Reads bytes, because MySQL's driver would format a text anew, at ten times the cost.
    private LocalDateTime read(ResultSet row, int column) throws SQLException {
        byte[] text = row.getBytes(column);
        LocalDateTime time = UtcText.parse(text);
        if (time == null && text != null) {
            unreadable.note(nameOf(row, column), new String(text, StandardCharsets.UTF_8));
        }
        return time;
    }

    private static String nameOf(ResultSet row, int column) throws SQLException {
        ResultSetMetaData description = row.getMetaData();
        return description.getTableName(column) + "." + description.getColumnName(column);
    }
}
