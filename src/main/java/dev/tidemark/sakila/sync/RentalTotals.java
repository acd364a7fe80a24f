package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.sql.SourcePath;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.Total;
import dev.tidemark.star.TotalsScope;
import java.util.SortedMap;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/** Rentals by the store of the rented copy. */
record RentalTotals() implements ControlTotals {
    @Override
    public String group() {
        return "store";
    }

    @Override
    public SortedMap<Long, Total> ofSource(SourceSnapshot source, TotalsScope scope) {
        SourcePath ofCopy = FactRentalSync.OF_STORE.path();
        QueryExpressionDSL<SelectModel> rentals = select(
                        ofCopy.column().as("first_group"),
                        constant("null").as("second_group"),
                        count().as("row_count"),
                        constant("0").as("amount"))
                .from(RENTAL);
        return StoreTotals.ofSource(
                source,
                ofCopy.leftJoinedTo(rentals)
                        .where(RENTAL.rentalDate, scope.times())
                        .and(RENTAL.rentalId, scope.keys())
                        .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                        .groupBy(ofCopy.column()),
                amount -> 0);
    }

    @Override
    public SortedMap<Long, Total> ofWarehouse(WarehouseSession warehouse, TotalsScope scope) {
        return StoreTotals.ofWarehouse(
                warehouse,
                StoreTotals.ofFacts(
                        FACT_RENTAL,
                        FACT_RENTAL.rentalId,
                        FACT_RENTAL.storeKey,
                        FACT_RENTAL.dateKeyRented,
                        constant("0"),
                        scope),
                amount -> 0);
    }
}
