package dev.tidemark.star;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.sqlite.WarehouseSession;
import java.util.SortedMap;

/** Totals by group that source and warehouse compute each by its own means, to be compared. */
public interface ControlTotals {
    /** What a group is, such as {@code store}. */
    String group();

    /** Totals by the group's natural key, of the rows in {@code scope}. Rows without a group are under -1. */
    SortedMap<Long, Total> ofSource(SourceSnapshot source, TotalsScope scope);

    /** The same, computed from the warehouse. */
    SortedMap<Long, Total> ofWarehouse(WarehouseSession warehouse, TotalsScope scope);
}
