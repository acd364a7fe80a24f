package dev.tidemark.database;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The server's lists of what is going on. */
final class ActivityTables {
    private ActivityTables() {}

    /** Open transactions. */
    static final class Transactions extends SqlTable {
        static final Transactions TRANSACTIONS = new Transactions();

        final SqlColumn<Long> connection = column("trx_mysql_thread_id", JDBCType.BIGINT);
        final SqlColumn<LocalDateTime> started = column("trx_started", JDBCType.TIMESTAMP);
        final SqlColumn<Long> rowsModified = column("trx_rows_modified", JDBCType.BIGINT);

        private Transactions() {
            super("information_schema.innodb_trx");
        }
    }

    /** Connections and what they do. */
    static final class Processes extends SqlTable {
        static final Processes PROCESSES = new Processes();

        final SqlColumn<Long> connection = column("id", JDBCType.BIGINT);
        final SqlColumn<String> user = column("user", JDBCType.VARCHAR);
        final SqlColumn<String> command = column("command", JDBCType.VARCHAR);
        final SqlColumn<Long> seconds = column("time", JDBCType.BIGINT);

        private Processes() {
            super("information_schema.processlist");
        }
    }
}
