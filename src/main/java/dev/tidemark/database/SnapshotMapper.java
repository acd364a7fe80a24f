package dev.tidemark.database;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Statements of MySQL and MariaDB that the DSL has no word for: of a consistent snapshot and what it depends on. */
public interface SnapshotMapper {
    /** Makes the session's transactions see one state. */
    @Update("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    void useRepeatableRead();

    /** Takes the snapshot: every later read of this transaction sees the source as it is now. */
    @Update("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
    void start();

    /** Ends the snapshot. */
    @Update("ROLLBACK")
    void end();

    /** The source's clock, UTC. */
    @Select("SELECT UTC_TIMESTAMP(6)")
    LocalDateTime clock();

    /** What the server says of itself and of this connection; its clock first, for all else is asked after it. */
    @Select("SELECT UTC_TIMESTAMP(6) AS clock, CONNECTION_ID() AS connection,"
            + " @@global.system_time_zone AS system_time_zone")
    @Arg(column = "clock", javaType = LocalDateTime.class)
    @Arg(column = "connection", javaType = long.class)
    @Arg(column = "system_time_zone", javaType = String.class)
    ServerMoment moment();

    /** The server's name and version, such as {@code 9.7.0} or {@code 11.4.5-MariaDB}. */
    @Select("SELECT VERSION()")
    String version();

    /** The zone that the server's sessions start in. */
    @Select("SELECT IF(@@global.time_zone = 'SYSTEM', @@global.system_time_zone, @@global.time_zone)")
    String timeZone();

    /** The version of TLS that encrypts this connection; an empty value, or nothing, where it is not encrypted. */
    @Select("SHOW SESSION STATUS LIKE 'Ssl_version'")
    @Arg(column = "Variable_name", javaType = String.class)
    @Arg(column = "Value", javaType = String.class)
    List<ServerVariable> tlsVersion();

    /**
     * Counters that move before anything that is written can be seen: how far the log of changes has grown, by its name
     * in MySQL and in MariaDB, and how many rows were written. Those that the server does not have are left out.
     */
    @Select("SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_redo_log_current_lsn', 'Innodb_lsn_current',"
            + " 'Innodb_rows_inserted', 'Innodb_rows_updated', 'Innodb_rows_deleted')")
    @Arg(column = "Variable_name", javaType = String.class)
    @Arg(column = "Value", javaType = String.class)
    List<ServerVariable> writes();

    /**
     * Connections and what they do, at most a few thousand. The statement, and not the table of the same content: the
     * table cannot be read while a statement with a four-byte character runs (error 3854 of MySQL), and is deprecated.
     */
    @Select("SHOW PROCESSLIST")
    @Arg(column = "Id", javaType = long.class)
    @Arg(column = "User", javaType = String.class)
    @Arg(column = "Command", javaType = String.class)
    @Arg(column = "Time", javaType = Long.class)
    List<SourceProcess> processes();
}
