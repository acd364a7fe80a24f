package dev.tidemark.orm;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Reads and writes times as text, on both sides. No driver then converts between time zones, and a date that is none
 * reads as NULL.
 */
public final class UtcTextHandler extends BaseTypeHandler<LocalDateTime> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, LocalDateTime time, JdbcType type)
            throws SQLException {
        statement.setString(index, UtcText.format(time));
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet row, String column) throws SQLException {
        return UtcText.parse(row.getString(column));
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet row, int column) throws SQLException {
        return UtcText.parse(row.getString(column));
    }

    @Override
    public LocalDateTime getNullableResult(CallableStatement call, int column) throws SQLException {
        return UtcText.parse(call.getString(column));
    }
}
