package dev.tidemark.sakila.generator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HexFormat;

/** Values as SQL text. Generated text has no backslashes, so the quote is all that needs doubling. */
final class SqlLiteral {
    private SqlLiteral() {}

    static void append(StringBuilder sql, Object value) {
        switch (value) {
            case null -> sql.append("NULL");
            case Integer number -> sql.append(number.intValue());
            case BigDecimal number -> sql.append(number.toPlainString());
            case Boolean flag -> sql.append(flag ? '1' : '0');
            case LocalDateTime time -> sql.append('\'').append(time).append('\'');
            case String text -> sql.append('\'').append(text.replace("'", "''")).append('\'');
            case byte[] bytes -> sql.append("0x").append(HexFormat.of().formatHex(bytes));
            default -> throw new IllegalArgumentException("No literal for " + value.getClass());
        }
    }
}
