package dev.tidemark.database;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The server's list of open transactions. */
final class TransactionsTable extends SqlTable {
    static final TransactionsTable TRANSACTIONS = new TransactionsTable();

    final SqlColumn<Long> id = column("trx_id", JDBCType.BIGINT);
    final SqlColumn<String> query = column("trx_query", JDBCType.VARCHAR);
    final SqlColumn<LocalDateTime> started = column("trx_started", JDBCType.TIMESTAMP);
    final SqlColumn<Long> rowsModified = column("trx_rows_modified", JDBCType.BIGINT);

    private TransactionsTable() {
        super("information_schema.innodb_trx");
    }
}
