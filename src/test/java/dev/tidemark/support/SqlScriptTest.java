package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void splitsAtTheDelimiterOfTheMoment() throws IOException {
        var script = """
                -- a comment; not a statement
                SET NAMES utf8mb4;

                INSERT INTO film VALUES (1, 'a;b'),
                (2, 'c');
                DELIMITER ;;
                CREATE TRIGGER t BEFORE INSERT ON film FOR EACH ROW BEGIN
                  SET NEW.title = 'x';
                END;;
                DELIMITER ;
                /*!50610 SET @a = 1*/;
                """;
        assertEquals(
                List.of(
                        "SET NAMES utf8mb4",
                        "INSERT INTO film VALUES (1, 'a;b'),\n(2, 'c')",
                        "CREATE TRIGGER t BEFORE INSERT ON film FOR EACH ROW BEGIN\n  SET NEW.title = 'x';\nEND",
                        "/*!50610 SET @a = 1*/"),
                SqlScript.statements(new BufferedReader(new StringReader(script))));
    }
}
