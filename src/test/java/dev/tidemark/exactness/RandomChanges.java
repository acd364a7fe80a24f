package dev.tidemark.exactness;

import dev.tidemark.exactness.SourceColumn.Kind;
import dev.tidemark.support.SakilaSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random changes of all tables, as statements that belong together. Each leaves a trace, as {@code incremental} needs
 * it: a date that is not old, a key that comes or goes, or a parent whose row changed. {@link #rewrite} leaves none.
 */
final class RandomChanges {
    private static final List<SourceTables> WITH_CHILDREN = List.of(
            SourceTables.FILM, SourceTables.ACTOR, SourceTables.CATEGORY, SourceTables.CUSTOMER, SourceTables.INVENTORY,
            SourceTables.RENTAL);

    private final RandomValues values;
    private final RandomGenerator random;
    private final RandomInserts inserts;

    /** Changes by one of several writers, who never use each other's new keys. */
    RandomChanges(SakilaSchema source, RandomGenerator random, int writer, int writers) {
        this.values = new RandomValues(source, random);
        this.random = random;
        this.inserts = new RandomInserts(values, writer, writers);
    }

    /** Any change with a trace. */
    List<String> any() {
        SourceTables table = values.oneOf(List.of(SourceTables.values()));
        int choice = random.nextInt(100);
        if (choice < 25) {
            return Stream.generate(() -> inserts.any(table)).limit(1 + random.nextInt(3)).toList();
        }
        if (choice < 55) {
            return List.of(update(table, date(table)));
        }
        if (choice < 65) {
            return List.of("DELETE FROM %s WHERE %s".formatted(table.table(), values.where(table)));
        }
        if (choice < 75) {
            return deleteWithChildren(values.oneOf(WITH_CHILDREN));
        }
        return table.hasOwnKey() ? newKey(table) : List.of(update(table, date(table)));
    }

    /** A change with an old date, which only a comparison of all rows finds. */
    String rewrite() {
        SourceTables table = values.oneOf(List.of(SourceTables.values()));
        return update(table, ", last_update = " + (values.chance(50) ? "last_update" : values.longAgo()));
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
        if (values.chance(75)) {
            return "";
        }
        if (table.mayBeUndated() && values.chance(50)) {
            return ", last_update = NULL";
        }
        return ", last_update = " + (values.chance(50) ? "'2037-01-01'" : "NOW()");
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
