package dev.tidemark.mysql;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * Statements of MySQL and MariaDB that the DSL cannot express: for a consistent snapshot, and facts about the server.
 */
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

    /** Takes the lock of this name for the session; 1 if it has it. */
    @Select("SELECT GET_LOCK(#{name}, #{seconds})")
    Integer lock(@Param("name") String name, @Param("seconds") long seconds);

    /** Frees a lock of the session. */
    @Select("SELECT RELEASE_LOCK(#{name})")
    Integer release(String name);

    /** The source's clock, UTC. */
    @Select("SELECT UTC_TIMESTAMP(6)")
    LocalDateTime clock();

    /** The server's name and version, such as {@code 9.7.0} or {@code 11.4.5-MariaDB}. */
    @Select("SELECT VERSION()")
    String version();

    /** The zone that the server's sessions start in. */
    @Select("SELECT IF(@@global.time_zone = 'SYSTEM', @@global.system_time_zone, @@global.time_zone)")
    String timeZone();

    /** The version of TLS that encrypts this connection; an empty value or no row if it is not encrypted. */
    @Select("SHOW SESSION STATUS LIKE 'Ssl_version'")
    @Arg(column = "Variable_name", javaType = String.class)
    @Arg(column = "Value", javaType = String.class)
    List<ServerVariable> tlsVersion();

    /** The variables that identify this server, and its version; those that it does not have are left out. */
    @Select(ServerFacts.VARIABLES)
    @Arg(column = "Variable_name", javaType = String.class)
    @Arg(column = "Value", javaType = String.class)
    List<ServerVariable> identity();

    /** The server's uptime in seconds, and how many tables it altered and renamed in that time. */
    @Select("SHOW GLOBAL STATUS WHERE Variable_name IN ('Uptime', 'Com_alter_table', 'Com_rename_table')")
    @Arg(column = "Variable_name", javaType = String.class)
    @Arg(column = "Value", javaType = String.class)
    List<ServerVariable> history();

    /** The schema that the session uses. */
    @Select("SELECT DATABASE()")
    String schema();

    /** Makes MySQL return the current times of tables, not cached ones. */
    @Update("SET SESSION information_schema_stats_expiry = 0")
    void useFreshStatistics();
}
