package dev.tidemark.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a copy, checked as far as they can be without its databases.
 *
 * @param file the configuration file, for messages; where there is none, words that stand for one
 * @param source the SQLite file to read
 * @param target the database to bring it to
 * @param state the SQLite file of Tidemark's records
 * @param names how names of the target are made from those of the source
 * @param create whether init creates tables that are missing
 * @param keys where the keys of the target come from
 * @param commit what is committed together
 * @param deletes whether rows that are gone are deleted in the target
 * @param badRows what happens to rows that cannot be carried over
 * @param existing what happens to rows that are in the target already
 * @param batchSize how many rows are sent together
 * @param tables what the file says about tables, by their names in the source as it writes them, in its order
 */
public record CopySettings(
        Path file,
        Path source,
        Target target,
        Path state,
        Names names,
        Create create,
        Keys keys,
        Commit commit,
        Deletes deletes,
        BadRows badRows,
        Existing existing,
        int batchSize,
        Map<String, Table> tables)
        implements PipelineSettings {
    /** Whether the file leaves out the table of this name. */
    public boolean skips(String table) {
        return tables.containsKey(table) && tables.get(table).skip();
    }

    /** How names are made. */
    public enum Names {
        SNAKE_CASE,
        SAME
    }

    /** Which tables init creates. */
    public enum Create {
        MISSING,
        NEVER
    }

    /** Where keys come from: the source's are kept, or the target assigns new ones. */
    public enum Keys {
        KEEP,
        ASSIGN
    }

    @Override
    public Duration timeout() {
        return target.timeout();
    }

    /** What is committed together. */
    public enum Commit {
        RUN,
        TABLE
    }

    /** What happens to rows that are gone. */
    public enum Deletes {
        APPLY,
        KEEP
    }

    /** What a row that cannot be carried over does: it stops the run, or is left out and recorded. */
    public enum BadRows {
        STOP,
        REJECT
    }

    /** What happens to a row that is in the target already and is not known to come from the source. */
    public enum Existing {
        UPDATE,
        KEEP,
        FAIL
    }

    /**
     * The target.
     *
     * @param kind the kind of database
     * @param url a JDBC URL, without credentials
     * @param username the user to log in as
     * @param password may be empty
     * @param timeout how long it may be silent before its connection counts as broken
     * @param tls how the connection is encrypted; empty for what the URL says
     * @param schema the schema of PostgreSQL; empty for "public"
     */
    public record Target(
            Kind kind,
            String url,
            String username,
            Secret password,
            Duration timeout,
            Optional<TlsMode> tls,
            Optional<String> schema) {
        /** The kinds of databases. */
        public enum Kind {
            POSTGRESQL,
            /** MySQL or MariaDB. */
            MYSQL
        }
    }

    /**
     * What the file says about a table.
     *
     * @param skip whether to leave it out
     * @param target its name in the target; empty for one that is made
     * @param naturalKey names of columns of the source; empty where the file names none
     * @param changedAt the column of the source with the time of a row's last change
     * @param references parents by the column of the source that refers to them
     * @param columns what the file says about columns, by their names in the source
     */
    public record Table(
            boolean skip,
            Optional<String> target,
            List<String> naturalKey,
            Optional<String> changedAt,
            Map<String, String> references,
            Map<String, Column> columns) {
        /** What it says, in words, such as {@code to artist; natural key Name}. */
        public String summary() {
            if (skip) {
                return "skipped";
            }
            List<String> parts = new ArrayList<>();
            target.ifPresent(name -> parts.add("to " + name));
            if (!naturalKey.isEmpty()) {
                parts.add("natural key " + String.join(", ", naturalKey));
            }
            changedAt.ifPresent(column -> parts.add("changed at " + column));
            references.forEach((column, parent) -> parts.add(column + " refers to " + parent));
            if (!columns.isEmpty()) {
                parts.add("columns " + String.join(", ", columns.keySet()));
            }
            return parts.isEmpty() ? "as it is" : String.join("; ", parts);
        }
    }

    /**
     * What the file says about a column.
     *
     * @param skip whether to leave it out
     * @param to its name in the target; empty for one that is made
     * @param type its type, as the target writes it; empty for one that follows from the source's
     * @param transforms names of transforms, in order
     */
    public record Column(boolean skip, Optional<String> to, Optional<String> type, List<String> transforms) {}
}
