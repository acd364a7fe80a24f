package dev.tidemark.copy.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowKeyTest {
    @Test
    void keysCompareAsSqliteOrdersTheValues() {
        Randomly.repeat(40, random -> assertSqlitesOrder(
                Stream.generate(() -> new Object[] {RandomStored.value(random)}).limit(200).toList(), List.of(0)));
    }

    @Test
    void keysOfSeveralColumnsCompareAsSqliteOrdersTheRows() {
        Randomly.repeat(20, random -> {
            List<Object[]> rows = Stream.generate(() -> Stream.generate(() -> random.nextBoolean()
                                    ? RandomStored.text(random)
                                    : RandomStored.value(random))
                            .limit(3)
                            .toArray())
                    .limit(200)
                    .toList();
            assertSqlitesOrder(rows, List.of(0, 1, 2));
            assertSqlitesOrder(rows, List.of(2, 0));
        });
    }

    @Test
    void numbersThatDifferByLittleKeepTheirOrder() {
        List<Object> ascending = List.of(
                Double.NEGATIVE_INFINITY,
                -Double.MAX_VALUE,
                Math.nextDown(-0x1p63),
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                -9007199254740993L,
                -9007199254740992.0,
                -1.5,
                Math.nextDown(-1.0),
                -1L,
                Math.nextUp(-1.0),
                -0.3,
                -1e-20,
                -1e-300,
                -Double.MIN_VALUE,
                0L,
                Double.MIN_VALUE,
                0.5,
                9007199254740992.0,
                9007199254740993L,
                Long.MAX_VALUE,
                0x1p63,
                Math.nextUp(0x1p63),
                Double.POSITIVE_INFINITY);
        for (int index = 1; index < ascending.size(); index++) {
            int compared = Arrays.compareUnsigned(key(ascending.get(index - 1)), key(ascending.get(index)));
            assertTrue(compared < 0, ascending.get(index - 1) + " comes before " + ascending.get(index));
        }
        assertSqlitesOrder(ascending.stream().map(value -> new Object[] {value}).toList(), List.of(0));
    }

    static List<Object> storedValues() {
        return List.of(
                0L,
                1L,
                -1L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                0.1,
                -0.3,
                -1e-300,
                Double.MIN_VALUE,
                0x1p63,
                -0x1p64,
                Double.NEGATIVE_INFINITY,
                "",
                "a",
                "a\0",
                "\0\0b",
                "\u00FF",
                "😀");
    }

    @ParameterizedTest
    @MethodSource("storedValues")
    void aValueIsReadBack(Object value) {
        assertEquals(List.of(value), RowKey.values(key(value)));
        assertEquals(List.of(value, value), RowKey.values(RowKey.of(List.of(value, value))));
    }

    @Test
    void randomRowsAreReadBack() {
        Randomly.repeat(2_000, random -> {
            Object[] row = Stream.generate(() -> RandomStored.value(random)).limit(4).toArray();
            byte[] key = RowKey.of(row, List.of(0, 1, 2, 3));
            List<Object> read = RowKey.values(key);
            for (int index = 0; index < row.length; index++) {
                assertSame(row[index], read.get(index));
            }
            assertArrayEquals(key, RowKey.of(read));
        });
    }

    @Test
    void numbersThatAreEqualHaveOneKey() {
        assertArrayEquals(key(3L), key(3.0));
        assertArrayEquals(key(0L), key(-0.0));
        assertArrayEquals(key(Long.MIN_VALUE), key(-0x1p63));
        assertEquals(List.of(3L), RowKey.values(key(3.0)));
    }

    @Test
    void whatIsNoNumberForSqliteIsNull() {
        assertArrayEquals(RowKey.of(new Object[] {null}, List.of(0)), key(Double.NaN));
    }

    @Test
    void bytesAndTextThatIsNoUtf8AreReadBackAsWhatTheyAre() {
        byte[] bytes = {0, (byte) 0xFF, 0, 0, 1};
        assertArrayEquals(bytes, (byte[]) RowKey.values(key(bytes)).getFirst());
        InvalidText read = assertInstanceOf(
                InvalidText.class, RowKey.values(key(new InvalidText(bytes))).getFirst());
        assertArrayEquals(bytes, read.bytes());
    }

    @Test
    void aKeyIsOfTheNamedColumnsInTheirOrder() {
        Object[] row = {1L, "x", 2L};
        assertEquals(List.of(2L, 1L), RowKey.values(RowKey.of(row, List.of(2, 0))));
        assertArrayEquals(RowKey.of(List.of("x")), RowKey.of(row, List.of(1)));
    }

    @Test
    void typedValuesAreText() {
        assertEquals(
                List.of("1.5", "2024-02-29 10:00:00", "true"),
                RowKey.values(RowKey.of(
                        List.of(new BigDecimal("1.50"), LocalDateTime.of(2024, 2, 29, 10, 0), true))));
        assertArrayEquals(key(new BigDecimal("100")), key(new BigDecimal("1E+2")));
    }

    @Test
    void aKeyIsShownWithCommas() {
        byte[] key = RowKey.of(Arrays.asList(1L, "a", null, new byte[] {1, (byte) 0xAB}));
        assertEquals("1,a,NULL,x'01ab'", RowKey.text(key));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RowKey.values(new byte[] {0x77}));
    }

    private static byte[] key(Object value) {
        return RowKey.of(new Object[] {value}, List.of(0));
    }

    private static void assertSame(Object expected, Object read) {
        switch (expected) {
            case byte[] bytes -> assertArrayEquals(bytes, (byte[]) read);
            case InvalidText invalid -> assertArrayEquals(invalid.bytes(), ((InvalidText) read).bytes());
            case Double number when read instanceof Long whole -> assertEquals(number + 0.0, whole.doubleValue());
            case null, default -> assertEquals(expected, read);
        }
    }

    private static void assertSqlitesOrder(List<Object[]> rows, List<Integer> positions) {
        List<Integer> order = sqlitesOrder(rows, positions);
        for (int index = 1; index < order.size(); index++) {
            Object[] before = rows.get(order.get(index - 1));
            Object[] after = rows.get(order.get(index));
            int compared = Arrays.compareUnsigned(RowKey.of(before, positions), RowKey.of(after, positions));
            // SQLite breaks ties by the number of the row, so that equal rows must come in it.
            assertTrue(
                    compared < 0 || compared == 0 && order.get(index - 1) < order.get(index),
                    () -> Arrays.deepToString(before) + " comes before " + Arrays.deepToString(after));
        }
    }

    private static List<Integer> sqlitesOrder(List<Object[]> rows, List<Integer> positions) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement create = connection.prepareStatement("CREATE TABLE t (a, b, c)")) {
            create.execute();
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO t (rowid, a, b, c) VALUES (?1, iif(?2, CAST(?3 AS TEXT), ?3),"
                            + " iif(?4, CAST(?5 AS TEXT), ?5), iif(?6, CAST(?7 AS TEXT), ?7))")) {
                for (int number = 0; number < rows.size(); number++) {
                    insert.setInt(1, number);
                    for (int column = 0; column < 3; column++) {
                        Object[] row = rows.get(number);
                        bind(insert, 2 + 2 * column, column < row.length ? row[column] : null);
                    }
                    insert.executeUpdate();
                }
            }
            String key = String.join(", ", positions.stream().map(at -> "abc".substring(at, at + 1)).toList());
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT rowid FROM t ORDER BY " + key + ", rowid");
                    ResultSet found = select.executeQuery()) {
                List<Integer> order = new ArrayList<>();
                while (found.next()) {
                    order.add(found.getInt(1));
                }
                return order;
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    // Text is bound as bytes and cast, so that text that is no UTF-8 and NUL characters arrive as they are.
    private static void bind(PreparedStatement insert, int at, Object value) throws SQLException {
        insert.setBoolean(at, value instanceof String || value instanceof InvalidText);
        insert.setObject(at + 1, switch (value) {
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case InvalidText invalid -> invalid.bytes();
            case null, default -> value;
        });
    }
}
