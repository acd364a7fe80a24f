package dev.tidemark.mysql.target;

import static dev.tidemark.mysql.target.TargetSchema.keyed;
import static dev.tidemark.mysql.target.TargetSchema.known;
import static dev.tidemark.mysql.target.TargetSchema.unkeyed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.target.TableWriter.Written;
import dev.tidemark.mysql.target.TargetSchema.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows that are put: new ones, known ones, those of others, bad ones, and those in each other's way. */
class MysqlWriterTest {
    private final TargetSchema schema = new TargetSchema(
            "CREATE TABLE author (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE,"
                    + " email VARCHAR(20)) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
            "CREATE TABLE code (id INT PRIMARY KEY, word VARCHAR(10) NOT NULL UNIQUE, note VARCHAR(10) UNIQUE)"
                    + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, age TINYINT UNSIGNED,"
                    + " FOREIGN KEY (boss) REFERENCES employee (id))",
            "CREATE TABLE pair (id BIGINT AUTO_INCREMENT PRIMARY KEY, a INT NOT NULL, b INT NOT NULL, UNIQUE (a, b))");

    @AfterEach
    void drop() {
        schema.close();
    }

    @Test
    void newRowsGetIdsOfTheTarget() {
        schema.run("INSERT INTO author (id, name) VALUES (700, 'other')");
        CopyTable author = schema.assigned("author", "name");
        Result result = schema.write(
                author, Existing.UPDATE, unkeyed(1L, "ann", "a@x"), unkeyed(2L, "bob", null), unkeyed(3L, "cid", "c"));
        assertEquals(Map.of("1", 701L, "2", 702L, "3", 703L), result.placed());
        assertEquals(Map.of(), result.refused());
        assertEquals(new Written(3, 0, 0), result.written());
        assertEquals(
                List.of("700|other|null", "701|ann|a@x", "702|bob|null", "703|cid|c"),
                schema.read("SELECT * FROM author ORDER BY id"));
    }

    @Test
    void manyRowsGetTheirOwnIdsWhateverTheStepOfTheServer() {
        CopyTable author = schema.assigned("author", "name");
        RowToWrite[] rows = LongStream.range(0, 3_500)
                .mapToObj(id -> unkeyed(id, "name " + (id * 7919 % 3_500), null))
                .toArray(RowToWrite[]::new);
        schema.onServer("SET GLOBAL auto_increment_increment = 7");
        try (MysqlTarget stepping = schema.as(schema.server.username(), schema.server.password())) {
            Result result = TargetSchema.write(stepping, author, Existing.UPDATE, rows);
            assertEquals(3_500, result.placed().size());
            Map<String, String> idByName = new HashMap<>();
            schema.read("SELECT name, id FROM author").forEach(row -> {
                String[] values = row.split("\\|");
                idByName.put(values[0], values[1]);
            });
            for (RowToWrite row : rows) {
                assertEquals(
                        idByName.get((String) row.values()[1]),
                        result.placed().get(row.values()[0].toString()).toString());
            }
        } finally {
            schema.onServer("SET GLOBAL auto_increment_increment = 1");
        }
    }

    @Test
    void rowsThatAreThereAreAdoptedAndUpdatedWhereTheyDiffer() {
        schema.run("INSERT INTO author VALUES (5, 'ann', 'old'), (6, 'bob', 'b')");
        Result result = schema.write(
                schema.assigned("author", "name"),
                Existing.UPDATE,
                unkeyed(1L, "ann", "new"),
                unkeyed(2L, "bob", "b"),
                unkeyed(3L, "cid", null));
        assertEquals(List.of(5L, 6L), List.of(result.placed().get("1"), result.placed().get("2")));
        assertEquals(new Written(1, 1, 2), result.written());
        assertEquals(List.of("5|ann|new", "6|bob|b"), schema.read("SELECT * FROM author WHERE id < 7 ORDER BY id"));
    }

    @Test
    void theyAreLeftOrRefusedWhereTheConfigurationSaysSo() {
        schema.run("INSERT INTO author VALUES (5, 'ann', 'old')");
        CopyTable author = schema.assigned("author", "name");
        Result left = schema.write(author, Existing.KEEP, unkeyed(1L, "ann", "new"));
        assertEquals(Map.of("1", 5L), left.placed());
        assertEquals(new Written(0, 0, 1), left.written());
        Result refused = schema.write(author, Existing.FAIL, unkeyed(1L, "ann", "new"));
        assertEquals(Map.of("1", "the target has a row with its name \"ann\" already"), refused.refused());
        assertEquals(List.of("5|ann|old"), schema.read("SELECT * FROM author"));
    }

    @Test
    void aNameThatOnlyTheCollationTakesForTheSameIsACollision() {
        schema.run("INSERT INTO author VALUES (5, 'José', NULL)");
        Result result = schema.write(
                schema.assigned("author", "name"),
                Existing.UPDATE,
                unkeyed(1L, "jose", null),
                unkeyed(2L, "Ann", null),
                unkeyed(3L, "ANN", null),
                unkeyed(4L, "ann ", null));
        assertEquals(
                Map.of(
                        "1", "the target takes its name \"jose\" for that of another row, \"José\"",
                        "3", "the target takes its name \"ANN\" for that of another row, \"Ann\"",
                        "4", "the target takes its name \"ann \" for that of another row, \"Ann\""),
                result.refused());
        assertEquals(List.of("Ann", "José"), schema.read("SELECT name FROM author ORDER BY name"));
    }

    @Test
    void aNameThatIsNullOrComesTwiceIsRefused() {
        schema.run("CREATE TABLE plain (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50))");
        RowToWrite[] rows = LongStream.range(0, 1_500)
                .mapToObj(id -> unkeyed(id, id == 10 ? null : "n" + (id < 1_200 ? id : id - 1_000), "x"))
                .map(row -> new RowToWrite(
                        row.sourceKey(), null, false, new Object[] {row.values()[0], row.values()[1]}))
                .toArray(RowToWrite[]::new);
        Result result = schema.write(schema.assigned("plain", "name"), Existing.UPDATE, rows);
        assertEquals("its name is NULL, by which rows of the target are found", result.refused().get("10"));
        assertEquals("another row of the source has the same name \"n250\"", result.refused().get("1250"));
        assertEquals(301, result.refused().size());
        assertEquals(List.of("1199|1199"), schema.read("SELECT count(*), count(DISTINCT name) FROM plain"));
    }

    @Test
    void knownRowsAreUpdatedWhereTheyDifferAndComeBackWhereTheyAreGone() {
        schema.run("INSERT INTO author VALUES (5, 'ann', 'a'), (6, 'bob', 'b')");
        CopyTable author = schema.assigned("author", "name");
        Result result = schema.write(
                author,
                Existing.FAIL,
                known(5, 1L, "ann", "a"),
                known(6, 2L, "bobby", "b"),
                known(7, 3L, "cid", "c"),
                unkeyed(4L, "bob", null));
        assertEquals(Map.of(), result.refused());
        assertEquals(new Written(2, 1, 0), result.written());
        assertEquals(
                List.of("ann|a", "bob|null", "bobby|b", "cid|c"),
                schema.read("SELECT name, email FROM author ORDER BY name"));
        assertEquals(schema.read("SELECT id FROM author WHERE name = 'cid'").getFirst(), "" + result.placed().get("3"));
    }

    @Test
    void keptKeysAreInsertedUpdatedAndComeBack() {
        CopyTable code = schema.kept("code");
        schema.write(code, Existing.UPDATE, keyed(code, false, 0L, "a", null), keyed(code, false, 2L, "b", "x"));
        schema.run("DELETE FROM code WHERE id = 2", "INSERT INTO code VALUES (9, 'z', 'z')");
        Result result = schema.write(
                code,
                Existing.UPDATE,
                keyed(code, true, 0L, "A", null),
                keyed(code, true, 2L, "b", "x"),
                keyed(code, false, 9L, "z", "z"));
        assertEquals(new Written(1, 1, 1), result.written());
        assertEquals(Map.of(), result.placed());
        assertEquals(List.of("0|A|null", "2|b|x", "9|z|z"), schema.read("SELECT * FROM code ORDER BY id"));
    }

    @Test
    void badRowsAreFoundAmongGoodOnes() {
        CopyTable code = schema.kept("code");
        schema.run("INSERT INTO code VALUES (5000, 'taken', NULL)");
        RowToWrite[] rows = LongStream.range(0, 2_000)
                .mapToObj(id -> keyed(
                        code,
                        false,
                        id,
                        id == 7 ? "much too long" : id == 1_300 ? null : id == 1_999 ? "taken" : "w" + id,
                        null))
                .toArray(RowToWrite[]::new);
        Result result = schema.write(code, Existing.UPDATE, rows);
        assertEquals(
                Map.of(
                        "7", "the target refuses it: Data too long for column 'word'",
                        "1300", "the target refuses it: Column 'word' cannot be null",
                        "1999", "another row of the target has \"taken\" in the key word"),
                result.refused());
        assertEquals(List.of("1998"), schema.read("SELECT count(*) FROM code"));
        assertEquals(new Written(1_997, 0, 0), result.written());
    }

    @Test
    void rowsOfOneTableMayReferToLaterOnesAndNotToMissingOnes() {
        CopyTable employee = schema.kept("employee");
        Result result = schema.write(
                employee,
                Existing.UPDATE,
                keyed(employee, false, 1L, 2L, 30L),
                keyed(employee, false, 2L, 3L, 30L),
                keyed(employee, false, 3L, null, 30L),
                keyed(employee, false, 4L, 9L, 30L),
                keyed(employee, false, 5L, 4L, 30L),
                keyed(employee, false, 6L, 1L, 300L));
        assertEquals(
                Map.of(
                        "4", "its boss refers to a row of employee that is not in the target",
                        "5", "its boss refers to a row of employee that is not in the target",
                        "6", "the target refuses it: Out of range value for column 'age'"),
                result.refused());
        assertEquals(List.of("1|2", "2|3", "3|null"), schema.read("SELECT id, boss FROM employee ORDER BY id"));
    }

    @Test
    void rowsExchangeUniqueValues() {
        CopyTable code = schema.kept("code");
        schema.run("INSERT INTO code VALUES (1, 'a', '1'), (2, 'b', '2'), (3, 'c', '3'), (4, 'd', NULL)");
        Result swapped = schema.write(
                code, Existing.UPDATE, keyed(code, true, 1L, "b", "2"), keyed(code, true, 2L, "a", "1"));
        assertEquals(Map.of(), swapped.refused());
        assertEquals(new Written(0, 2, 0), swapped.written());
        assertEquals(
                List.of("1|b|2", "2|a|1", "3|c|3", "4|d|null"), schema.read("SELECT * FROM code ORDER BY id"));
        Result chained = schema.write(
                code,
                Existing.UPDATE,
                keyed(code, false, 0L, "b", null),
                keyed(code, true, 1L, "a", null),
                keyed(code, true, 2L, "c", null),
                keyed(code, true, 3L, "e", null));
        assertEquals(Map.of(), chained.refused());
        assertEquals(List.of("0|b", "1|a", "2|c", "3|e", "4|d"), schema.read("SELECT id, word FROM code ORDER BY id"));
        Result turned = schema.write(
                code,
                Existing.UPDATE,
                keyed(code, true, 1L, "c", null),
                keyed(code, true, 2L, "e", null),
                keyed(code, true, 3L, "a", null));
        assertEquals(Map.of(), turned.refused());
        assertEquals(List.of("0|b", "1|c", "2|e", "3|a", "4|d"), schema.read("SELECT id, word FROM code ORDER BY id"));
    }

    @Test
    void aWholeTableShiftsItsUniqueValues() {
        CopyTable code = schema.kept("code");
        RowToWrite[] rows = LongStream.range(0, 2_500)
                .mapToObj(id -> keyed(code, false, id, "w" + id, null))
                .toArray(RowToWrite[]::new);
        schema.write(code, Existing.UPDATE, rows);
        RowToWrite[] shifted = LongStream.range(0, 2_500)
                .mapToObj(id -> keyed(code, true, id, "w" + (id + 1), null))
                .toArray(RowToWrite[]::new);
        Result result = schema.write(code, Existing.UPDATE, shifted);
        assertEquals(Map.of(), result.refused());
        assertEquals(new Written(0, 2_500, 0), result.written());
        assertEquals(List.of("2500"), schema.read("SELECT count(*) FROM code WHERE word = concat('w', id + 1)"));
    }

    @Test
    void aRowThatTakesTheValueOfOneThatStaysIsRefusedAndSoAreThoseThatNeedItsOwn() {
        CopyTable code = schema.kept("code");
        schema.run("INSERT INTO code VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'c', NULL)");
        Result result = schema.write(
                code,
                Existing.UPDATE,
                keyed(code, true, 1L, "b", null),
                keyed(code, true, 2L, "c", null),
                keyed(code, false, 4L, "d", null));
        assertEquals(
                Map.of(
                        "1", "another row of the target has \"b\" in the key word",
                        "2", "another row of the target has \"c\" in the key word"),
                result.refused());
        assertEquals(List.of("1|a", "2|b", "3|c", "4|d"), schema.read("SELECT id, word FROM code ORDER BY id"));
    }

    @Test
    void aNewRowTakesTheNameThatARowOfAnotherGivesUpLater() {
        schema.run("INSERT INTO author VALUES (5, 'ann', 'a')");
        CopyTable author = schema.assigned("author", "name");
        try (var transaction = schema.target.begin(List.of())) {
            TableWriter writer = transaction.writer(author, Existing.UPDATE, keys -> Set.copyOf(keys));
            List<RowOutcome> outcomes = new ArrayList<>();
            writer.put(List.of(unkeyed(1L, "ann", "new")), outcomes::add);
            writer.put(List.of(known(5, 3L, "anna", "a")), outcomes::add);
            writer.merge(outcomes::add);
            transaction.commit();
            assertEquals(1, outcomes.size());
        }
        assertEquals(List.of("5|anna|a"), schema.read("SELECT * FROM author WHERE id = 5"));
        assertEquals(List.of("ann|new"), schema.read("SELECT name, email FROM author WHERE id <> 5"));
    }

    @Test
    void aRowThatBelongsToAnotherRowOfTheSourceIsLeftAlone() {
        schema.run("INSERT INTO author VALUES (5, 'ann', 'a')");
        CopyTable author = schema.assigned("author", "name");
        try (var transaction = schema.target.begin(List.of())) {
            TableWriter writer = transaction.writer(author, Existing.UPDATE, keys -> Set.copyOf(keys));
            List<RowOutcome> outcomes = new ArrayList<>();
            writer.put(List.of(unkeyed(1L, "ann", "new")), outcomes::add);
            writer.merge(outcomes::add);
            transaction.commit();
            assertEquals(
                    "another row of the source has the same name \"ann\"",
                    ((TableWriter.Refused) outcomes.getFirst()).reason());
        }
        assertEquals(List.of("5|ann|a"), schema.read("SELECT * FROM author"));
    }

    @Test
    void pairsAreFoundAndSwapped() {
        CopyTable pair = schema.assigned("pair", "a", "b");
        Result first = schema.write(pair, Existing.UPDATE, unkeyed(1L, 1L, 2L), unkeyed(2L, 2L, 1L));
        assertEquals(2, first.placed().size());
        assertEquals(first.placed(), schema.write(pair, Existing.UPDATE, unkeyed(1L, 1L, 2L), unkeyed(2L, 2L, 1L))
                .placed());
        long one = (Long) first.placed().get("1");
        long two = (Long) first.placed().get("2");
        Result swapped = schema.write(pair, Existing.UPDATE, known(one, 1L, 2L, 1L), known(two, 2L, 1L, 2L));
        assertEquals(Map.of(), swapped.refused());
        assertEquals(List.of("2|1", "1|2"), schema.read("SELECT a, b FROM pair ORDER BY id"));
    }

    @Test
    void largeRowsAreSentInSmallerParts() {
        schema.run("CREATE TABLE big (id INT PRIMARY KEY, content LONGBLOB, amount DECIMAL(10,2))");
        CopyTable big = schema.kept("big");
        RowToWrite[] rows = LongStream.range(0, 40)
                .mapToObj(id -> keyed(big, false, id, new byte[1 << 20], new BigDecimal("1.50")))
                .toArray(RowToWrite[]::new);
        Result result = schema.write(big, Existing.UPDATE, rows);
        assertEquals(Map.of(), result.refused());
        assertEquals(List.of("40|1048576"), schema.read("SELECT count(*), min(length(content)) FROM big"));
        Result again = schema.write(big, Existing.UPDATE, rows);
        assertEquals(new Written(0, 0, 40), again.written());
        assertTrue(again.refused().isEmpty());
    }
}
