package dev.tidemark.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.mybatis.dynamic.sql.SqlBuilder.and;
import static org.mybatis.dynamic.sql.SqlBuilder.group;
import static org.mybatis.dynamic.sql.SqlBuilder.isBetween;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.or;

import dev.tidemark.table.Column;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeyColumns;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import dev.tidemark.table.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mybatis.dynamic.sql.AndOrCriteriaGroup;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.VisitableCondition;

/**
 * Conditions on keys and columns.
 *
 * @param tables the DSL's tables and columns
 */
public record Conditions(SqlTables tables) {
    /** The condition that a row of {@code table} is in {@code scope}; empty for all rows. */
    public List<AndOrCriteriaGroup> within(Table<?> table, Scope scope) {
        return switch (scope) {
            case Scope.All() -> List.of();
            case Scope.Keys(List<Long> keys) -> List.of(and(tables.of(table.key().leading()), isIn(keys)));
            case Scope.Between<?> between -> List.of(between(between));
            case Scope.Moments(Scope.Between<LocalDateTime> span) -> List.of(
                    between(span), and(new CalendarDay<>(tables.of(span.column())), isEqualTo(1)));
        };
    }

    /** The condition that the leading key of a row of {@code table} is one of these; empty for all keys. */
    public List<AndOrCriteriaGroup> within(Table<?> table, KeySpans keys) {
        return keys.isAll() ? List.of() : within(table.key().leading(), keys);
    }

    /** The condition that {@code column} holds one of {@code keys}, which are not empty. */
    public List<AndOrCriteriaGroup> within(Column<Long> column, KeySpans keys) {
        return List.of(and(contained(tables.of(column), keys)));
    }

    /**
     * The condition that the key of a row is greater than {@code after} and at most {@code upTo}; null means no limit.
     */
    public List<AndOrCriteriaGroup> between(Table<?> table, Key after, Key upTo) {
        return Stream.concat(
                        Stream.ofNullable(after).map(bound -> and(isAfter(table.key(), bound))),
                        Stream.ofNullable(upTo).map(bound -> and(isUpTo(table.key(), bound))))
                .toList();
    }

    /** The condition that a row has one of {@code keys}, which are not empty. */
    public CriteriaGroup isAnyOf(KeyColumns key, List<Key> keys) {
        SqlColumn<Long> first = tables.of(key.leading());
        if (!key.isPair()) {
            return group(first, isIn(keys.stream().map(Key::leading).toList()));
        }
        SqlColumn<Long> second = tables.of(key.following());
        return anyOf(keys.stream()
                .collect(groupingBy(Key::leading, TreeMap::new, mapping(Key::following, toList())))
                .entrySet()
                .stream()
                .map(entry -> group(first, isEqualTo(entry.getKey()), and(second, isIn(entry.getValue()))))
                .toList());
    }

    private CriteriaGroup isAfter(KeyColumns key, Key bound) {
        return key.isPair()
                ? ofPair(
                        key,
                        isGreaterThanOrEqualTo(bound.leading()),
                        isGreaterThan(bound.leading()),
                        isGreaterThan(bound.following()))
                : group(tables.of(key.leading()), isGreaterThan(bound.leading()));
    }

    private CriteriaGroup isUpTo(KeyColumns key, Key bound) {
        return key.isPair()
                ? ofPair(
                        key,
                        isLessThanOrEqualTo(bound.leading()),
                        isLessThan(bound.leading()),
                        isLessThanOrEqualTo(bound.following()))
                : group(tables.of(key.leading()), isLessThanOrEqualTo(bound.leading()));
    }

    // The condition "first" is for the index; databases use an index poorly for the others alone.
    private CriteriaGroup ofPair(
            KeyColumns key,
            VisitableCondition<Long> first,
            VisitableCondition<Long> leading,
            VisitableCondition<Long> following) {
        SqlColumn<Long> column = tables.of(key.leading());
        return group(column, first, and(column, leading, or(tables.of(key.following()), following)));
    }

    private <C> AndOrCriteriaGroup between(Scope.Between<C> between) {
        return and(tables.of(between.column()), isBetween(between.first()).and(between.last()));
    }

    private static CriteriaGroup contained(SqlColumn<Long> column, KeySpans keys) {
        List<Long> single = keys.spans().filter(KeySpans.Span::isSingle).map(KeySpans.Span::first).toList();
        List<KeySpans.Span> wide = keys.spans().filter(span -> !span.isSingle()).toList();
        if (wide.isEmpty()) {
            return group(column, isIn(single));
        }
        List<AndOrCriteriaGroup> others = new ArrayList<>();
        wide.stream().skip(1).forEach(span -> others.add(or(column, isBetween(span.first()).and(span.last()))));
        if (!single.isEmpty()) {
            others.add(or(column, isIn(single)));
        }
        KeySpans.Span first = wide.getFirst();
        return group(column, isBetween(first.first()).and(first.last()), others);
    }

    // A balanced tree, because SQLite limits the depth of an expression to a thousand, and a plain chain is as deep as
    // it is long.
    private static CriteriaGroup anyOf(List<CriteriaGroup> groups) {
        if (groups.size() == 1) {
            return groups.getFirst();
        }
        int half = groups.size() / 2;
        return group(anyOf(groups.subList(0, half)), or(anyOf(groups.subList(half, groups.size()))));
    }
}
