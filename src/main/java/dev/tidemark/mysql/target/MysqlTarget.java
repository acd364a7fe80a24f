package dev.tidemark.mysql.target;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.TargetIdentity;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.mysql.End;
import dev.tidemark.mysql.Server;
import dev.tidemark.mysql.ServerFacts;
import dev.tidemark.mysql.ServerVariable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A target on MySQL 8.0 or MariaDB 10.6 and later. It connects at the first use. */
public final class MysqlTarget implements CopyTarget {
    private final Server server;
    private final TargetFailures failures;
    private final TargetPool pool;
    private final int batchSize;
    private Chunks chunks;

    /**
     * The target that {@code settings} name.
     *
     * @param settings a URL of either {@code jdbc:mysql://} or {@code jdbc:mariadb://}, with Connector/J's parameters
     * @param batchSize how many rows a statement carries at most
     */
    public MysqlTarget(CopySettings.Target settings, int batchSize) {
        this.server = new Server(
                End.TARGET,
                settings.url().replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"),
                settings.username(),
                settings.password(),
                settings.timeout(),
                settings.tls());
        this.failures = new TargetFailures(server);
        this.pool = new TargetPool(server, failures);
        this.batchSize = batchSize;
    }

    /** The types of such targets. */
    public static TargetTypes types() {
        return new TargetTypes(MysqlTypes::typeFor, MysqlTypes::held, MysqlNames.LONGEST);
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public TargetIdentity identity() {
        try (TargetSession session = pool.open(true)) {
            List<ServerVariable> variables = session.texts(ServerFacts.VARIABLES).stream()
                    .map(row -> new ServerVariable(row[0], row[1]))
                    .toList();
            return new TargetIdentity(
                    address(),
                    ServerFacts.identity(variables) + " database=" + session.text("SELECT database()").orElseThrow());
        }
    }

    @Override
    public String version() {
        try (TargetSession session = pool.open(true)) {
            String version = session.text("SELECT version()").orElseThrow();
            return (ServerFacts.isMariaDb(version) ? "MariaDB " : "MySQL ") + version.split("-", 2)[0];
        }
    }

    @Override
    public Optional<String> encryption() {
        try (TargetSession session = pool.open(true)) {
            return session.texts("SHOW SESSION STATUS LIKE 'Ssl_version'").stream()
                    .map(row -> row[1])
                    .filter(version -> !version.isEmpty())
                    .findFirst();
        }
    }

    @Override
    public List<TableShape> tables() {
        try (TargetSession session = pool.open(true)) {
            return MysqlCatalog.tables(session);
        }
    }

    @Override
    public Optional<ColumnType> typeOf(ColumnShape column) {
        return MysqlTypes.held(column.type());
    }

    @Override
    public String typeFor(String declared, boolean indexed) {
        return MysqlTypes.typeFor(declared, indexed);
    }

    /** InnoDB checks foreign keys row by row, and knows only those that are declared. */
    @Override
    public boolean checksReferences() {
        return false;
    }

    @Override
    public int longestName() {
        return MysqlNames.LONGEST;
    }

    @Override
    public List<String> creating(List<TableShape> missing) {
        return MysqlTables.creating(missing);
    }

    /** The server commits each statement by itself, so after a failure the tables that were created are dropped. */
    @Override
    public void create(List<String> statements) {
        List<String> created = new ArrayList<>();
        try (TargetSession session = pool.open(true)) {
            for (String statement : statements) {
                try {
                    session.run(statement);
                } catch (TidemarkException failure) {
                    drop(session, created);
                    throw TidemarkException.warehouse(
                            failure.getMessage() + "; no table was created", failure.hint(), failure);
                }
                MysqlTables.created(statement).ifPresent(created::add);
            }
        }
    }

    private static void drop(TargetSession session, List<String> created) {
        if (!created.isEmpty()) {
            session.run("SET SESSION foreign_key_checks = 0");
            session.run("DROP TABLE IF EXISTS " + String.join(", ", created));
            session.run("SET SESSION foreign_key_checks = 1");
        }
    }

    @Override
    public List<String> missingPrivileges(List<CopyTable> tables) {
        try (TargetSession session = pool.open(true)) {
            TransactionalTables.require(session, tables);
            return new MysqlPrivileges(session, failures, server.username()).missing(tables);
        }
    }

    /** Holds the lock on a connection of its own; the server frees it if that connection is lost. */
    @Override
    public Held lock(String name) {
        TargetSession session = pool.open(true);
        try {
            String lock = session.text("SELECT database()").map(schema -> lockName(schema, name)).orElseThrow();
            if (session.text("SELECT get_lock(?, 0)", lock).filter("1"::equals).isEmpty()) {
                throw TidemarkException.busy(
                        "Another run writes to the target at " + address() + session.text("SELECT is_used_lock(?)", lock)
                                .map(connection -> " (connection " + connection + " of the server)")
                                .orElse(""),
                        "wait for it to end");
            }
            return () -> release(session, lock);
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    private static void release(TargetSession session, String lock) {
        try (session) {
            session.text("SELECT release_lock(?)", lock);
        } catch (TidemarkException connectionIsGone) {
            return;
        }
    }

    @Override
    public CopyTransaction begin(List<CopyTable> tables) {
        TargetSession session = pool.open(false);
        try {
            return new MysqlTransaction(session, failures, chunks(session, tables));
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    /** Every transaction sees one state, from its first question on. */
    @Override
    public CopyTransaction snapshot(List<CopyTable> tables) {
        return begin(tables);
    }

    // Asked before the first transaction alone. The estimate of a row's size is generous; half of the packet leaves room
    // for what surrounds the values.
    private synchronized Chunks chunks(TargetSession session, List<CopyTable> tables) {
        if (chunks == null) {
            TransactionalTables.require(session, tables);
            long packet = session.text("SELECT @@max_allowed_packet").map(Long::parseLong).orElseThrow();
            chunks = new Chunks(batchSize, packet / 2);
        }
        return chunks;
    }

    @Override
    public void close() {
        pool.close();
    }

    // A name of a lock has 64 characters at most, and is the server's, not the schema's.
    private static String lockName(String schema, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((schema + "\0" + name).getBytes(StandardCharsets.UTF_8));
            return "tidemark:" + HexFormat.of().formatHex(digest).substring(0, 40);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
