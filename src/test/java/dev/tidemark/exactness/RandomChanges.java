package dev.tidemark.exactness;

import dev.tidemark.exactness.SourceColumn.Kind;
import dev.tidemark.support.SakilaSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random changes of all tables, as statements that belong together and that one session executes. Some set a new
 * timestamp, others an old one or the row's own; some ignore foreign keys, or use another clock.
 */
final class RandomChanges {
    private static final List<SourceTables> WITH_CHILDREN = List.of(
            SourceTables.FILM, SourceTables.ACTOR, SourceTables.CATEGORY, SourceTables.CUSTOMER, SourceTables.INVENTORY,
            SourceTables.RENTAL);
    private static final List<Long> OFFSETS = List.of(
            -200L, 16L, 64L, 256L, 1_024L, -256L, 4_096L, 65_536L, 1L << 24, 1L << 40, 1L << 62, -(1L << 40),
            -(1L << 62), Long.MIN_VALUE);

    private final RandomValues values;
    private final RandomGenerator random;
    private final RandomInserts inserts;

    /** Changes by one of several writers, which never use each other's new keys. */
    RandomChanges(SakilaSchema source, RandomGenerator random, int writer, int writers) {
        this.values = new RandomValues(source, random);
        this.random = random;
        this.inserts = new RandomInserts(values, writer, writers);
    }

    /** Any change. */
    List<String> any() {
        int choice = random.nextInt(100);
        if (choice < 8) {
            return byAnotherClock(checked());
        }
        if (choice < 25) {
            return unchecked();
        }
        return checked();
    }

    private List<String> checked() {
        SourceTables table = values.oneOf(List.of(SourceTables.values()));
        int choice = random.nextInt(100);
        if (choice < 25) {
            return Stream.generate(() -> inserts.any(table)).limit(1 + random.nextInt(3)).toList();
        }
        if (choice < 55) {
            return List.of(update(table));
        }
        if (choice < 63) {
            return List.of("DELETE FROM %s WHERE %s".formatted(table.table(), values.where(table)));
        }
        if (choice < 70) {
            return deleteWithChildren(values.oneOf(WITH_CHILDREN));
        }
        if (choice < 80) {
            return putBack(table);
        }
        if (choice < 86 && table.hasOwnKey()) {
            return List.of(moveAll(table));
        }
        return table.hasOwnKey() ? newKey(table) : List.of(update(table));
    }

    /** The same session, with a clock that is slow, fast or stopped long ago. */
    private List<String> byAnotherClock(List<String> changes) {
        String clock = values.oneOf(List.of(
                "UNIX_TIMESTAMP() - 1", "UNIX_TIMESTAMP() - 3600", "UNIX_TIMESTAMP() - 10000000",
                "UNIX_TIMESTAMP() + 30", "UNIX_TIMESTAMP() + 86400", "1000000000", "2000000000"));
        return within("SET timestamp = " + clock, changes, "SET timestamp = DEFAULT");
    }

    /** Changes that foreign keys forbid: deleted parents whose children stay, and references to missing rows. */
    private List<String> unchecked() {
        SourceTables table = values.oneOf(List.of(SourceTables.values()));
        int choice = random.nextInt(100);
        if (choice < 30) {
            return withoutChecks(List.of("DELETE FROM %s WHERE %s".formatted(table.table(), values.where(table))));
        }
        if (choice < 50) {
            return withoutChecks(putBack(table));
        }
        if (choice < 75) {
            List<SourceColumn> references = table.columns().stream()
                    .filter(column -> column.kind() == Kind.REFERENCE)
                    .toList();
            String dangling = references.isEmpty()
                    ? update(table)
                    : "UPDATE %s SET %s = %s%s WHERE %s".formatted(
                            table.table(),
                            values.oneOf(references).name(),
                            values.smallKey(),
                            date(table),
                            values.where(table));
            return withoutChecks(List.of(dangling));
        }
        if (!table.hasOwnKey()) {
            return withoutChecks(List.of(inserts.any(table)));
        }
        return withoutChecks(choice < 90 ? newKey(table) : List.of(moveAll(table)));
    }

    /** Rows that are deleted and inserted again as they were; rows that refer to them may lose their reference. */
    private List<String> putBack(SourceTables table) {
        String condition = values.where(table);
        return List.of(
                "DROP TEMPORARY TABLE IF EXISTS taken",
                "CREATE TEMPORARY TABLE taken LIKE " + table.table(),
                "INSERT INTO taken SELECT * FROM %s WHERE %s".formatted(table.table(), condition),
                "DELETE FROM %s WHERE %s".formatted(table.table(), condition),
                "INSERT INTO %s SELECT * FROM taken".formatted(table.table()));
    }

    /** Moves all keys of a table so far that none collides with another, as far as the column can hold them. */
    private String moveAll(SourceTables table) {
        long offset = values.oneOf(OFFSETS);
        return "UPDATE %1$s SET %1$s_id = %1$s_id + %2$d%3$s ORDER BY %1$s_id %4$s"
                .formatted(table.table(), offset, date(table), offset > 0 ? "DESC" : "");
    }

    private static List<String> withoutChecks(List<String> changes) {
        return within("SET FOREIGN_KEY_CHECKS = 0", changes, "SET FOREIGN_KEY_CHECKS = 1");
    }

    private static List<String> within(String first, List<String> changes, String last) {
        List<String> all = new ArrayList<>(changes);
        all.addFirst(first);
        all.addLast(last);
        return all;
    }

    private String update(SourceTables table) {
        return update(table, date(table));
    }

    private String update(SourceTables table, String date) {
        String changes = table.columns().stream()
                .filter(column -> values.chance(column.kind() == Kind.REFERENCE ? 40 : 60))
                .map(column -> column.name() + " = " + values.of(column))
                .collect(Collectors.joining(", "));
        if (changes.isEmpty()) {
            SourceColumn only = table.columns().getLast();
            changes = only.name() + " = " + values.of(only);
        }
        return "UPDATE %s SET %s%s WHERE %s".formatted(table.table(), changes, date, values.where(table));
    }

    private String date(SourceTables table) {
        if (values.chance(40)) {
            return "";
        }
        if (table.mayBeUndated() && values.chance(20)) {
            return ", last_update = NULL";
        }
        return ", last_update = "
                + values.oneOf(List.of("last_update", "last_update", "'2037-01-01'", "NOW()", values.longAgo()));
    }

    private List<String> deleteWithChildren(SourceTables table) {
        List<String> statements = new ArrayList<>();
        deleteWithChildren(table, values.where(table), statements);
        return statements;
    }

    private static void deleteWithChildren(SourceTables table, String condition, List<String> statements) {
        for (SourceTables child : SourceTables.values()) {
            child.columns().stream()
                    .filter(column -> column.referred().equals(table.table()) && !column.nullable())
                    .forEach(column -> deleteWithChildren(
                            child,
                            "%1$s IN (SELECT %2$s_id FROM %2$s WHERE %3$s)"
                                    .formatted(column.name(), table.table(), condition),
                            statements));
        }
        statements.add("DELETE FROM %s WHERE %s".formatted(table.table(), condition));
    }

    /** A key that changes, two that are swapped, or one that is used again. */
    private List<String> newKey(SourceTables table) {
        String key = values.key(table.table());
        String unused = inserts.newKey(table);
        List<String> statements = new ArrayList<>();
        statements.add(rename(table, key, unused));
        int choice = random.nextInt(3);
        if (choice == 1) {
            String other = values.key(table.table());
            statements.add(rename(table, other, key));
            statements.add(rename(table, unused, other));
        } else if (choice == 2) {
            statements.add(inserts.insert(table, key, "DEFAULT"));
        }
        return statements;
    }

    private static String rename(SourceTables table, String from, String to) {
        return "UPDATE %1$s SET %1$s_id = %3$s WHERE %1$s_id = %2$s".formatted(table.table(), from, to);
    }
}
