package dev.tidemark.postgres;

import static dev.tidemark.postgres.Target.fresh;
import static dev.tidemark.postgres.Target.known;
import static dev.tidemark.postgres.Target.numbered;
import static dev.tidemark.postgres.Target.placedBefore;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.Written;
import dev.tidemark.failure.TidemarkException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StagingWriterTest {
    private static final String ARTIST = "CREATE TABLE artist (id bigint PRIMARY KEY, name varchar(10) UNIQUE)";

    @Test
    void insertsUpdatesAndLeavesRowsAndCountsEach() {
        try (Target target = new Target(ARTIST)) {
            CopyTable artist = target.kept("artist");
            assertEquals(
                    new Written(2, 0, 0),
                    target.write(artist, Existing.UPDATE, fresh(1L, "a"), fresh(2L, null)).written());
            assertEquals(
                    new Written(1, 1, 1),
                    target.write(artist, Existing.UPDATE, known(1L, "b"), fresh(2L, null), fresh(3L, "c")).written());
            assertEquals(List.of("1|b", "2|null", "3|c"), target.database.texts("TABLE artist ORDER BY id"));
        }
    }

    @Test
    void carriesEveryTypeAndReadsItAgain() {
        try (Target target = new Target("CREATE TABLE every (id int PRIMARY KEY, s smallint, n numeric(10,2), m numeric,"
                + " r real, d double precision, b boolean, c char(3), v varchar(20), t text, y bytea, day date,"
                + " at timestamp(3), zoned timestamptz, clock time, u uuid)")) {
            CopyTable every = target.kept("every");
            Object[] values = {
                1L, -5L, new BigDecimal("12.30"), new BigDecimal("0.000000000000000000001"), 0.10000000149011612, 1e-300,
                true, "ab", "tab\there", "back\\slash\r\nline \\. \\N \u20ac \uD83D\uDE00 \"quoted\"",
                new byte[] {0, -1, 92}, LocalDate.of(2024, 2, 29), LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_000_000),
                LocalDateTime.of(2024, 7, 1, 12, 0, 0, 1000), LocalTime.of(1, 2, 3),
                "0f8fad5b-d9cb-469f-a165-70867728950e"
            };
            Object[] nothing = new Object[values.length];
            nothing[0] = 2L;
            assertEquals(Map.of(), target.write(every, Existing.UPDATE, fresh(values), fresh(nothing)).refused());
            assertEquals(
                    new Written(0, 0, 0),
                    target.write(every, Existing.UPDATE, known(values), known(nothing)).written());
            try (CopyTransaction transaction = target.adapter.begin(List.of(every))) {
                var rows = transaction.rows(every, List.of(List.of(1L), List.of(2L), List.of(3L)));
                assertEquals(2, rows.size());
                rows.forEach(row -> {
                    Object[] expected = row.targetKey().equals(List.of(1L)) ? values : nothing;
                    assertArrayEquals(expected, row.values());
                });
            }
        }
    }

    @Test
    void refusesEachBadRowWithItsReason() {
        try (Target target = new Target("CREATE TABLE item (id smallint PRIMARY KEY, name varchar(3) NOT NULL,"
                + " price numeric(4,2), at timestamp(0), code text UNIQUE)")) {
            CopyTable item = target.kept("item");
            var result = target.write(
                    item,
                    Existing.UPDATE,
                    fresh(1L, "good", null, null, null),
                    fresh(2L, null, null, null, null),
                    fresh(3L, "ok", new BigDecimal("1.234"), null, null),
                    fresh(4L, "ok", new BigDecimal("123.45"), null, null),
                    fresh(5L, "ok", null, LocalDateTime.of(2024, 1, 1, 0, 0, 0, 5_000_000), null),
                    fresh(70_000L, "ok", null, null, null),
                    fresh(7L, "ok", null, null, "twice"),
                    fresh(8L, "ok", null, null, "twice"),
                    fresh(9L, "ok ", new BigDecimal("-99.99"), null, "once"));
            assertEquals(
                    Map.of(
                            "1", "name: 4 characters, and 3 are allowed",
                            "2", "name: NULL is not allowed",
                            "3", "price: 1.234 would be rounded to 1.23",
                            "4", "price: numeric field overflow",
                            "5", "at: 2024-01-01 00:00:00.005000 would be rounded to 2024-01-01 00:00:00",
                            "70000", "id: value \"70000\" is out of range for type smallint",
                            "7", "several rows have the same code: twice",
                            "8", "several rows have the same code: twice"),
                    result.refused());
            assertEquals(List.of("9|ok |-99.99|null|once"), target.database.texts("TABLE item"));
        }
    }

    @Test
    void refusesRowsThatBreakACheckConstraint() {
        try (Target target = new Target("CREATE TABLE item (id int PRIMARY KEY, bad varchar(9), s int,"
                + " CONSTRAINT known CHECK (bad IN ('?', 'a')), CHECK (s > id), other int CHECK (other > s))")) {
            var result = target.write(
                    target.kept("item"),
                    Existing.UPDATE,
                    fresh(1L, "?", 2L, null),
                    fresh(2L, "b", 3L, null),
                    fresh(3L, null, 3L, null),
                    fresh(4L, "a", 5L, 5L));
            assertEquals(Set.of("2", "3", "4"), result.refused().keySet());
            assertEquals("the constraint item_check forbids it: (s > id)", result.refused().get("3"));
            assertEquals(List.of("1|?|2|null"), target.database.texts("TABLE item"));
        }
    }

    @Test
    void refusesAllRowsThatShareAKey() {
        try (Target target = new Target(ARTIST)) {
            var result = target.write(
                    target.kept("artist"), Existing.UPDATE, fresh(1L, "a"), fresh(1L, "b"), fresh(2L, "c"));
            assertEquals(Map.of("1", "several rows have the same id: 1"), result.refused());
            assertEquals(List.of("2|c"), target.database.texts("TABLE artist"));
        }
    }

    @Test
    void refusesAKeyThatARowOfOthersHas() {
        try (Target target = new Target(ARTIST, "INSERT INTO artist VALUES (9, 'taken')")) {
            var result = target.write(target.kept("artist"), Existing.UPDATE, fresh(1L, "taken"), fresh(2L, "free"));
            assertEquals(
                    Map.of("1", "another row of the target has this name: taken"),
                    result.refused());
        }
    }

    @Test
    void refusesOrLeavesRowsThatAreThereAsAsked() {
        try (Target target = new Target(ARTIST, "INSERT INTO artist VALUES (1, 'theirs')")) {
            CopyTable artist = target.kept("artist");
            assertEquals(
                    Map.of("1", "the target has a row with this id already: 1"),
                    target.write(artist, Existing.FAIL, fresh(1L, "ours")).refused());
            assertEquals(new Written(1, 0, 1),
                    target.write(artist, Existing.KEEP, fresh(1L, "ours"), fresh(2L, "new")).written());
            assertEquals(List.of("1|theirs", "2|new"), target.database.texts("TABLE artist ORDER BY id"));
        }
    }

    @Test
    void rowsFallWithTheirParents() {
        try (Target target = new Target(
                "CREATE TABLE employee (id int PRIMARY KEY, chief int REFERENCES employee, name varchar(3))")) {
            var result = target.write(
                    target.kept("employee"),
                    Existing.UPDATE,
                    fresh(1L, 2L, "a"),
                    fresh(2L, 3L, "b"),
                    fresh(3L, null, "long"),
                    fresh(4L, 5L, "d"),
                    fresh(5L, 4L, "e"),
                    fresh(6L, 99L, "f"));
            assertEquals(Set.of("1", "2", "3", "6"), result.refused().keySet());
            assertEquals("chief: employee has no row with id 99", result.refused().get("6"));
            assertEquals(List.of("4|5|d", "5|4|e"), target.database.texts("TABLE employee ORDER BY id"));
        }
    }

    @Test
    void findsParentsThatAreStagedOnly() {
        try (Target target = new Target(
                ARTIST, "CREATE TABLE album (id int PRIMARY KEY, artist bigint REFERENCES artist)")) {
            CopyTable artist = target.kept("artist");
            CopyTable album = target.kept("album");
            try (CopyTransaction transaction = target.adapter.begin(List.of(artist, album))) {
                TableWriter artists = transaction.writer(artist, Existing.UPDATE, Target.NOBODY);
                TableWriter albums = transaction.writer(album, Existing.UPDATE, Target.NOBODY);
                List<RowOutcome> outcomes = new ArrayList<>();
                artists.put(List.of(fresh(1L, "a")), outcomes::add);
                albums.put(List.of(fresh(10L, 1L), fresh(20L, 2L)), outcomes::add);
                artists.put(List.of(fresh(3L, "far too long")), outcomes::add);
                albums.put(List.of(fresh(30L, 3L)), outcomes::add);
                artists.check(outcomes::add);
                albums.check(outcomes::add);
                assertEquals(Set.of("3", "20", "30"), Target.refused(outcomes).keySet());
                artists.merge(outcomes::add);
                albums.merge(outcomes::add);
                transaction.commit();
            }
            assertEquals(List.of("10|1"), target.database.texts("TABLE album"));
        }
    }

    @Test
    void rowsExchangeUniqueValues() {
        for (String column : List.of("text NOT NULL", "int NOT NULL", "varchar(40)", "numeric(6,2) NOT NULL")) {
            try (Target target = new Target("CREATE TABLE place (id int PRIMARY KEY, k " + column + " UNIQUE)",
                    "INSERT INTO place SELECT i, i FROM generate_series(1, 6) i")) {
                CopyTable place = target.kept("place");
                LongFunction<Object> value = number -> column.startsWith("int")
                        ? Long.valueOf(number)
                        : column.startsWith("numeric") ? new BigDecimal(number) : Long.toString(number);
                var result = target.write(
                        place,
                        Existing.UPDATE,
                        known(1L, value.apply(2)), known(2L, value.apply(1)),
                        known(3L, value.apply(4)), known(4L, value.apply(5)), known(5L, value.apply(3)),
                        known(6L, value.apply(7)), fresh(7L, value.apply(6)));
                assertEquals(new Written(1, 6, 0), result.written(), column);
                assertEquals(
                        List.of("2", "1", "4", "5", "3", "7", "6"),
                        target.database.texts("SELECT trim_scale(k::numeric) FROM place ORDER BY id"));
            }
        }
    }

    @Test
    void refusesAnExchangeThatTheKeyHasNoRoomFor() {
        try (Target target = new Target("CREATE TABLE flag (id int PRIMARY KEY, k boolean NOT NULL UNIQUE)",
                "INSERT INTO flag VALUES (1, true), (2, false)")) {
            CopyTable flag = target.kept("flag");
            var failure = assertThrows(
                    TidemarkException.class,
                    () -> target.write(flag, Existing.UPDATE, known(1L, false), known(2L, true)));
            assertTrue(failure.getMessage().contains("exchange values of the key (k)"), failure.getMessage());
        }
    }

    @Test
    void theTargetGivesIdsAndAdoptsRowsByNaturalKey() {
        try (Target target = new Target("CREATE TABLE author (id int GENERATED ALWAYS AS IDENTITY (START 100) PRIMARY KEY,"
                + " mail text NOT NULL UNIQUE, name text)", "INSERT INTO author (mail, name) VALUES ('a', 'old')")) {
            CopyTable author = target.assigned("author", "mail");
            var first = target.write(
                    author, Existing.UPDATE, numbered(1L, "a", "new"), numbered(2L, "b", "B"), numbered(3L, "c", "C"));
            assertEquals(new Written(2, 1, 1), first.written());
            assertEquals(100L, first.placed().get("1"));
            assertEquals(Set.of(101L, 102L), Set.of(first.placed().get("2"), first.placed().get("3")));
            long b = (Long) first.placed().get("2");
            var second = target.write(
                    author, Existing.UPDATE, placedBefore(b, 2L, "moved", "B"), numbered(4L, "b", "another"));
            assertEquals(new Written(1, 1, 0), second.written());
            assertEquals(103L, second.placed().get("4"));
            assertEquals(
                    List.of("100|a|new", "103|b|another", "102|c|C", b + "|moved|B").stream().sorted().toList(),
                    target.database.texts("TABLE author").stream().sorted().toList());
        }
    }

    @Test
    void rowsThatWillBeDeletedGiveUpTheirKeys() {
        try (Target target = new Target(ARTIST, "INSERT INTO artist VALUES (1, 'a'), (2, 'b')")) {
            CopyTable artist = target.kept("artist");
            try (CopyTransaction transaction = target.adapter.begin(List.of(artist))) {
                TableWriter writer = transaction.writer(artist, Existing.UPDATE, Target.NOBODY);
                writer.vacate(List.of(List.of(1L)));
                assertEquals(Map.of(), Target.write(writer, fresh(3L, "a")).refused());
                assertEquals(1, transaction.delete(artist, List.of(List.of(1L))));
                transaction.commit();
            }
            assertEquals(List.of("2|b", "3|a"), target.database.texts("TABLE artist ORDER BY id"));
        }
    }

    @Test
    void rowsOfOtherRowsAreNotAdoptedUnlessTheyWillBeDeleted() {
        try (Target target = new Target("CREATE TABLE author (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,"
                + " mail text NOT NULL UNIQUE)", "INSERT INTO author (mail) VALUES ('a'), ('b'), ('c')")) {
            CopyTable author = target.assigned("author", "mail");
            try (CopyTransaction transaction = target.adapter.begin(List.of(author))) {
                TableWriter writer = transaction.writer(author, Existing.UPDATE, keys -> keys.stream()
                        .filter(key -> key.equals(List.of(1L)))
                        .collect(Collectors.toSet()));
                writer.vacate(List.of(List.of(2L)));
                var result = Target.write(writer, numbered(7L, "a"), numbered(8L, "b"), numbered(9L, "c"));
                assertEquals(Map.of("7", "another row of the source has the same mail: a"), result.refused());
                assertEquals(Map.of("8", 4L, "9", 3L), result.placed());
                assertEquals(new Written(1, 0, 1), result.written());
                transaction.delete(author, List.of(List.of(2L)));
                transaction.commit();
            }
            assertEquals(List.of("1|a", "3|c", "4|b"), target.database.texts("TABLE author ORDER BY id"));
        }
    }

    @Test
    void rowsFallInCirclesOfTables() {
        try (Target target = new Target("CREATE TABLE a (id int PRIMARY KEY, b int)",
                "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a DEFERRABLE, t varchar(1))",
                "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE")) {
            CopyTable a = target.kept("a");
            CopyTable b = target.kept("b");
            try (CopyTransaction transaction = target.adapter.begin(List.of(a, b))) {
                TableWriter first = transaction.writer(a, Existing.UPDATE, Target.NOBODY);
                TableWriter second = transaction.writer(b, Existing.UPDATE, Target.NOBODY);
                List<RowOutcome> outcomes = new ArrayList<>();
                first.put(List.of(fresh(1L, 1L), fresh(2L, 2L), fresh(3L, 3L)), outcomes::add);
                second.put(List.of(fresh(1L, 1L, "x"), fresh(2L, 2L, "long"), fresh(3L, 2L, "y")), outcomes::add);
                first.check(outcomes::add);
                assertEquals(List.of(), outcomes);
                second.check(outcomes::add);
                assertEquals(Set.of("2"), Target.refused(outcomes).keySet());
                first.merge(outcomes::add);
                second.merge(outcomes::add);
                assertEquals(4, outcomes.size());
                transaction.commit();
            }
            assertEquals(List.of("1|1"), target.database.texts("TABLE a"));
            assertEquals(List.of("1|1|x"), target.database.texts("TABLE b"));
        }
    }

    @Test
    void namesMeanNothingToStatements() {
        String evil = "x\"; DROP TABLE y; --#{a} ? $1 ${b}";
        String quoted = "\"" + evil.replace("\"", "\"\"") + "\"";
        try (Target target = new Target("CREATE TABLE y (id int)", "CREATE TABLE " + quoted
                + " (" + quoted + " int PRIMARY KEY, \"?\" text UNIQUE, \"'\" int REFERENCES " + quoted + ")")) {
            CopyTable table = target.kept(evil);
            target.write(table, Existing.UPDATE, fresh(1L, "a?", null));
            var result = target.write(table, Existing.UPDATE, known(1L, "b'", 1L), fresh(2L, "c", 7L));
            assertEquals(Set.of("2"), result.refused().keySet());
            try (CopyTransaction transaction = target.adapter.begin(List.of(table))) {
                assertEquals(1, transaction.rows(table, List.of(List.of(1L))).size());
                assertEquals(1, transaction.delete(table, List.of(List.of(1L), List.of(2L))));
            }
            assertEquals(List.of("1|b'|1"), target.database.texts("TABLE " + quoted));
            assertEquals(List.of(), target.database.texts("TABLE y"));
        }
    }

    @Test
    void nothingOfTheStagingIsLeft() {
        try (Target target = new Target(ARTIST)) {
            CopyTable artist = target.kept("artist");
            target.write(artist, Existing.UPDATE, fresh(1L, "a"), fresh(2L, "longer than ten"));
            try (CopyTransaction abandoned = target.adapter.begin(List.of(artist))) {
                TableWriter writer = abandoned.writer(artist, Existing.UPDATE, Target.NOBODY);
                writer.put(List.of(fresh(3L, "c")), outcome -> { });
            }
            assertEquals(
                    List.of(),
                    target.database.texts("SELECT relname FROM pg_class WHERE relnamespace = 'tidemark_staging'::regnamespace"
                            + " UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'tidemark_staging'::regnamespace"));
            assertEquals(List.of("1|a"), target.database.texts("TABLE artist"));
        }
    }
}
