package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "12, 12", "-12, -12", "+12, 12", "007, 7", "1.50, 1.50", ".5, 0.5", "5., 5", "1e3, 1E+3", "1.5E-3, 0.0015",
        "1e+3, 1E+3", "-.5e1, -5"
    })
    void aNumberIsRead(String text, BigDecimal number) {
        assertEquals(Optional.of(number), NumberText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", " 12", "12 ", "12\n", "1 2", "12,5", "1_000", "0x10", "1e", "e1", ".", "-", "+-1", "1.2.3", "Infinity",
        "NaN", "１２", "٣", "1d", "1e1234567"
    })
    void otherTextIsNoNumber(String text) {
        assertEquals(Optional.empty(), NumberText.parse(text));
    }

    @Test
    void textThatIsTooLongIsNoNumber() {
        assertTrue(NumberText.parse("9".repeat(150_000)).isPresent());
        assertEquals(Optional.empty(), NumberText.parse("9".repeat(150_001)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {
        0, -0.0, 1, -1, 100, 0.1, 0.30000000000000004, 1.5, 0.0001, 0.00001, 0.00012345, -1.25e-7, 1e15, 1e16, 1e17,
        1e18, 123456789012345.0, 12345678901234568.0, 1.5e300, 1e-300, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    })
    void aNumberIsWrittenAsSqliteWritesIt(double number) {
        assertEquals(sqlitesText(number), NumberText.of(number));
    }

    @Test
    void whatIsWrittenIsTheNumberInAsFewDigitsAsNeeded() {
        Randomly.repeat(500, random -> {
            double number = RandomStored.number(random);
            if (!Double.isInfinite(number)) {
                String text = NumberText.of(number);
                assertEquals(number + 0.0, Double.parseDouble(text));
                assertEquals(0, BigDecimal.valueOf(number).compareTo(new BigDecimal(text)));
            }
        });
    }

    private static String sqlitesText(double number) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement select = connection.prepareStatement("SELECT CAST(? AS TEXT)")) {
            select.setDouble(1, number);
            try (ResultSet found = select.executeQuery()) {
                return found.getString(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
