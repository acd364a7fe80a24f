package dev.tidemark.exactness;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that move far, alone or all together, up to the limits of 64 bits. */
@OneIn(3)
class MovedKeysTest {
    private static final List<Long> ENDS =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE);

    @AutoClose
    private static final Mirror MIRROR = Mirror.small();

    private static final SakilaSchema SAKILA = MIRROR.source();

    @BeforeAll
    static void widen() {
        WideKeys.widen(SAKILA, "BIGINT");
        MIRROR.load();
    }

    @ParameterizedTest
    @ValueSource(longs = {
        256, 65_536, 1 << 24, 1L << 32, 1L << 62, -65_536, -(1L << 33), Long.MIN_VALUE + 7
    })
    void ofAllTablesAtOnceAreFollowed(long offset) {
        WideKeys.move(SAKILA, offset);
        MIRROR.requireExactAfterIncremental();
        WideKeys.move(SAKILA, -offset);

        MIRROR.requireExactAfterIncremental();
    }

    @Test
    void thatAreOneOfEachTableAreFollowedToTheEndsOf64Bits() {
        String key = "2";
        for (long end : ENDS) {
            rename(key, Long.toString(end));
            MIRROR.requireExactAfterIncremental();
            key = Long.toString(end);
        }
        rename(key, "2");
        MIRROR.requireExactAfterIncremental();
    }

    @Test
    void thatArePairsAreFollowedToTheEndsOf64Bits() {
        for (long film : ENDS) {
            SAKILA.execute("INSERT INTO film SELECT %d, title, description, release_year, language_id,"
                    .formatted(film) + " original_language_id, rental_duration, rental_rate, length, replacement_cost,"
                    + " rating, special_features, last_update FROM film WHERE film_id = 3");
            SAKILA.execute("INSERT INTO actor SELECT %d, first_name, last_name, last_update FROM actor"
                    .formatted(film) + " WHERE actor_id = 3");
            SAKILA.execute("INSERT INTO category SELECT %d, name, last_update FROM category WHERE category_id = 3"
                    .formatted(film));
        }
        for (long film : ENDS) {
            for (long other : ENDS) {
                SAKILA.execute(
                        "INSERT INTO film_actor (film_id, actor_id, last_update) VALUES (%d, %d, '2000-01-01')"
                                .formatted(film, other),
                        "INSERT INTO film_category (film_id, category_id, last_update) VALUES (%d, %d, '2000-01-01')"
                                .formatted(film, other));
            }
            MIRROR.requireExactAfterIncremental();
        }
        for (long other : ENDS) {
            SAKILA.execute(
                    "DELETE FROM film_actor WHERE actor_id = " + other,
                    "DELETE FROM film_category WHERE category_id = " + other);
            MIRROR.requireExactAfterIncremental();
        }
        for (long film : ENDS) {
            SAKILA.execute(
                    "DELETE FROM film WHERE film_id = " + film,
                    "DELETE FROM actor WHERE actor_id = " + film,
                    "DELETE FROM category WHERE category_id = " + film);
        }
        MIRROR.requireExactAfterIncremental();
    }

    @Test
    void thatTakeAllTheirTableToOneEndAreFollowed() {
        WideKeys.move(SAKILA, Long.MAX_VALUE - 400);
        MIRROR.requireExactAfterIncremental();
        WideKeys.move(SAKILA, -(Long.MAX_VALUE - 400));
        MIRROR.requireExactAfterIncremental();
        WideKeys.move(SAKILA, Long.MIN_VALUE + 1);
        MIRROR.requireExactAfterIncremental();
        WideKeys.move(SAKILA, Long.MAX_VALUE);

        MIRROR.requireExactAfterIncremental();
    }

    /** {0, 3, 5, 6} and {1, 2, 4, 7} have the same count, sum and sum of squares, scaled or not. */
    @ParameterizedTest
    @CsvSource({
        "actor category film city inventory, 1", "actor customer film address, 256", "payment, 1", "payment, 65536",
        "rental, 256"
    })
    void ofEqualCountSumAndSquaresAreToldApart(String tables, long scale) {
        List<Long> usual = List.of(2L, 3L, 4L, 5L);
        List<Long> some = LongStream.of(0, 3, 5, 6).mapToObj(key -> 1_000_000 + scale * key).toList();
        List<Long> others = LongStream.of(1, 2, 4, 7).mapToObj(key -> 1_000_000 + scale * key).toList();

        move(tables, usual, some);
        MIRROR.requireExactAfterIncremental();
        move(tables, some, others);
        MIRROR.requireExactAfterIncremental();
        move(tables, others, usual);
        MIRROR.requireExactAfterIncremental();
    }

    @Test
    void thatMoveWithoutTheirChildrenLeaveThemBehind() {
        List<String> tables = Stream.of(SourceTables.values())
                .filter(SourceTables::hasOwnKey)
                .map(SourceTables::table)
                .toList();
        for (String table : tables) {
            move(table, 2, 1L << 45);
            MIRROR.requireExactAfterIncremental();
        }
        tables.forEach(table -> move(table, 1L << 45, 2));
        MIRROR.requireExactAfterIncremental();
    }

    private static void move(String tables, List<Long> from, List<Long> to) {
        for (String table : tables.split(" ")) {
            for (int key = 0; key < from.size(); key++) {
                move(table, from.get(key), to.get(key));
            }
        }
    }

    private static void move(String table, long from, long to) {
        SAKILA.execute("UPDATE %1$s SET %1$s_id = %3$d, last_update = last_update WHERE %1$s_id = %2$d"
                .formatted(table, from, to));
    }

    private static void rename(String from, String to) {
        Stream.of(SourceTables.values())
                .filter(SourceTables::hasOwnKey)
                .forEach(table -> SAKILA.execute(WideKeys.renaming(table, from, to).toArray(String[]::new)));
    }
}
