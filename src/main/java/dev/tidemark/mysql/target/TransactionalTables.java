package dev.tidemark.mysql.target;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.failure.TidemarkException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables of engines that have transactions. In others, such as MyISAM, a row stays though its run is rolled back. */
final class TransactionalTables {
    private static final String OTHERS = """
            SELECT table_name, engine FROM information_schema.tables
            WHERE table_schema = database() AND engine NOT IN ('InnoDB', 'ROCKSDB')
            ORDER BY table_name""";

    private TransactionalTables() {}

    /** Fails if one of {@code tables} is of another engine; a missing table is none. */
    static void require(TargetSession session, List<CopyTable> tables) {
        Set<String> names = tables.stream().map(CopyTable::target).collect(Collectors.toSet());
        session.texts(OTHERS).stream().filter(row -> names.contains(row[0])).findFirst().ifPresent(row -> {
            throw TidemarkException.warehouse(
                    "The engine of the target's table " + row[0] + ", " + row[1]
                            + ", has no transactions, so a run that fails would leave rows there",
                    "ALTER TABLE " + row[0] + " ENGINE=InnoDB",
                    null);
        });
    }
}
