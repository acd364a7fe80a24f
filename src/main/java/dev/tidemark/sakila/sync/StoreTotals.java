package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.StoreTable.STORE;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.sakila.star.DimStoreTable;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.Total;
import dev.tidemark.star.TotalsScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/** What the totals by store of rentals and of payments have in common. */
final class StoreTotals {
    private StoreTotals() {}

    /** Lines of the source as totals by store; those of a store that does not exist are of none. */
    static SortedMap<Long, Total> ofSource(
            SourceSnapshot source, Buildable<SelectModel> query, ToLongFunction<BigDecimal> cents) {
        SelectStatementProvider storeIds = Rendered.select(select(STORE.storeId).from(STORE));
        SelectStatementProvider totals = Rendered.select(query);
        Set<Long> stores = Set.copyOf(source.ask(ScalarMapper.class, mapper -> mapper.numbers(storeIds)));
        List<GroupTotal> lines = source.ask(GroupTotalMapper.class, mapper -> mapper.totals(totals));
        return byStore(lines, stores::contains, cents);
    }

    /** Lines of the warehouse as totals by store. */
    static SortedMap<Long, Total> ofWarehouse(
            WarehouseSession warehouse, Buildable<SelectModel> query, ToLongFunction<BigDecimal> cents) {
        List<GroupTotal> lines = warehouse.mapper(GroupTotalMapper.class).totals(Rendered.select(query));
        return byStore(lines, store -> true, cents);
    }

    private static SortedMap<Long, Total> byStore(
            List<GroupTotal> lines, LongPredicate exists, ToLongFunction<BigDecimal> cents) {
        SortedMap<Long, Total> totals = new TreeMap<>();
        lines.forEach(line -> {
            Long store = line.first() != null ? line.first() : line.second();
            long group = store != null && exists.test(store) ? store : Total.NO_GROUP;
            long amount = line.amount() == null ? 0 : cents.applyAsLong(line.amount());
            totals.merge(group, new Total(line.rows(), amount), Total::plus);
        });
        return totals;
    }

    /** The query of the totals of a fact table, by its store. */
    static Buildable<SelectModel> ofFacts(
            SqlTable facts,
            SqlColumn<Long> key,
            SqlColumn<Long> storeKey,
            SqlColumn<Long> date,
            BasicColumn amount,
            TotalsScope scope) {
        DimStoreTable stores = DimStoreTable.DIM_STORE;
        return select(
                        stores.storeId.as("first_group"),
                        constant("null").as("second_group"),
                        count().as("row_count"),
                        amount.as("amount"))
                .from(facts)
                .leftJoin(stores, on(storeKey, equalTo(stores.storeKey)))
                .where(date, scope.dateKeys())
                .and(key, scope.keys())
                .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                .groupBy(stores.storeId);
    }
}
