package dev.tidemark.exactness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of every kind and length. */
class EdgeTextsTest extends WithMirror {
    private static final List<String> TEXTS = List.of(
            "", " ", "  both  ends  ", "'", "\"", "\\", "''; DROP TABLE x; --", "a\nb\r\nc\td\n", "\0", "a\0b",
            "\u0001", "\uD83C\uDFAC\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "e\u0301 \u00e9",
            "\u202Eabc", "NULL", "null", "\u00df SS", "%s {0} ${x} #{x} ?", "\uFFFD", "\uFEFFbom", "|,;");

    @Test
    void textOfEveryKind() throws SQLException {
        for (int number = 1; number <= TEXTS.size(); number++) {
            String text = TEXTS.get(number - 1);
            update("INSERT INTO language (language_id, name) VALUES (?, ?)", 100 + number, text);
            update("UPDATE film SET language_id = ? WHERE film_id = ?", 100 + number, number);
            update("UPDATE film SET title = ?, description = title WHERE film_id = ?", text, number);
            update("INSERT INTO actor (first_name, last_name) VALUES (?, ?)", text, text);
            update("INSERT INTO category (name) VALUES (?)", text);
            update("UPDATE customer SET first_name = ?, last_name = first_name WHERE customer_id = ?", text, number);
            update("UPDATE city SET city = ? WHERE city_id = ?", text, number);
            update("INSERT INTO country (country_id, country) VALUES (?, ?)", 100 + number, text);
            update("UPDATE city SET country_id = ? WHERE city_id = ?", 100 + number, number);
        }
        mirror.requireExactInEveryWay();
    }

    @Test
    void textOfEveryLength() {
        sakila.execute(
                "UPDATE film SET title = REPEAT('🎬', 128), description = REPEAT('d', 65535),"
                        + " special_features = 'Trailers,Commentaries,Deleted Scenes,Behind the Scenes'"
                        + " WHERE film_id = 1",
                "SET SESSION sql_mode = ''; UPDATE film SET special_features = '', rating = 'none' WHERE film_id = 2",
                "UPDATE actor SET first_name = REPEAT('漢', 45), last_name = REPEAT('🙂', 45) WHERE actor_id = 1",
                "UPDATE language SET name = REPEAT('🙂', 20) WHERE language_id = 1",
                "UPDATE category SET name = REPEAT('é', 25) WHERE category_id = 1",
                "UPDATE city SET city = REPEAT('🏙', 50)",
                "UPDATE country SET country = REPEAT('🌍', 50)");
        mirror.requireExactInEveryWay();
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = sakila.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
