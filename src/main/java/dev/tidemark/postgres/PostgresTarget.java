package dev.tidemark.postgres;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** A schema of PostgreSQL, 13 or later, as the target of a copy. It connects at the first use. */
public final class PostgresTarget implements CopyTarget {
    private static final String DEFAULT_SCHEMA = "public";

    private final PostgresConnections connections;
    private final String schema;
    private final int batchSize;
    private final AtomicBoolean refusedBefore = new AtomicBoolean();
    private PostgresSession questions;
    private AdvisoryLock lock;
    private boolean canStage;

    /**
     * The schema that {@code settings} name.
     *
     * @param batchSize how many keys a statement takes
     */
    public PostgresTarget(CopySettings.Target settings, int batchSize) {
        this.connections = new PostgresConnections(settings);
        this.schema = settings.schema().orElse(DEFAULT_SCHEMA);
        this.batchSize = batchSize;
    }

    /** The types of such targets. */
    public static TargetTypes types() {
        return new TargetTypes(
                (declared, _) -> PostgresTypes.forDeclared(declared), PostgresTypes::of, PostgresNames.LONGEST);
    }

    @Override
    public String address() {
        return connections.failures().address();
    }

    /** A database that is dropped and made again gets another number. */
    @Override
    public TargetIdentity identity() {
        return ask(session -> new TargetIdentity(
                address() + ", schema " + schema,
                "system %s, database %s, schema %s"
                        .formatted(
                                system(session),
                                session.text("SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()"),
                                schema)));
    }

    // Some services let nobody ask for it.
    private static String system(PostgresSession session) {
        return session.truth("SELECT has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')")
                ? session.text("SELECT system_identifier FROM pg_catalog.pg_control_system()")
                : "unknown";
    }

    @Override
    public String version() {
        return "PostgreSQL " + ask(session -> session.text("SHOW server_version")).split(" ", 2)[0];
    }

    @Override
    public Optional<String> encryption() {
        return ask(session -> session.rows(
                        "SELECT version FROM pg_catalog.pg_stat_ssl WHERE ssl AND pid = pg_backend_pid()"))
                .stream()
                .findFirst()
                .map(row -> (String) row[0]);
    }

    @Override
    public List<TableShape> tables() {
        return ask(session -> {
            if (!session.truth("SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?)", schema)) {
                throw TidemarkException.warehouse(
                        "There is no schema \"" + schema + "\" at the target " + address(),
                        "check target.schema in the configuration, or create the schema",
                        null);
            }
            return PostgresCatalog.tables(session, schema);
        });
    }

    @Override
    public Optional<ColumnType> typeOf(ColumnShape column) {
        return PostgresTypes.of(column.type());
    }

    @Override
    public String typeFor(String declared, boolean indexed) {
        return PostgresTypes.forDeclared(declared);
    }

    @Override
    public boolean checksReferences() {
        return true;
    }

    @Override
    public int longestName() {
        return PostgresNames.LONGEST;
    }

    @Override
    public List<String> creating(List<TableShape> missing) {
        return new CreationStatements(schema).of(missing);
    }

    @Override
    public void create(List<String> statements) {
        try (PostgresSession session = connections.begin()) {
            statements.forEach(session::execute);
            session.commit();
        }
    }

    @Override
    public List<String> missingPrivileges(List<CopyTable> tables) {
        return ask(session -> new Privileges(session, schema).missing(tables));
    }

    @Override
    public Held lock(String name) {
        lock = AdvisoryLock.take(connections.open(), name, address());
        return lock;
    }

    @Override
    public CopyTransaction begin(List<CopyTable> tables) {
        requireStaging();
        return begin(tables, session -> {});
    }

    @Override
    public CopyTransaction snapshot(List<CopyTable> tables) {
        return begin(
                tables, session -> session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
    }

    private CopyTransaction begin(List<CopyTable> tables, Consumer<PostgresSession> preparation) {
        PostgresSession session = connections.begin();
        try {
            preparation.accept(session);
            return new PostgresTransaction(session, schema, tables, batchSize, refusedBefore, this::requireLock);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        if (questions != null) {
            questions.close();
            questions = null;
        }
    }

    // Committed at once, so that two runs with different locks do not wait for each other.
    private void requireStaging() {
        if (!canStage) {
            ask(session -> session.truth(
                            "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?)",
                            PostgresNames.STAGING_SCHEMA)
                    || session.execute("CREATE SCHEMA IF NOT EXISTS "
                                    + PostgresNames.quoted(PostgresNames.STAGING_SCHEMA)) >= 0);
            canStage = true;
        }
    }

    // A connection that broke has given the lock back, and another run may have begun.
    private void requireLock() {
        if (lock != null) {
            lock.require();
        }
    }

    private static TidemarkException closing(PostgresSession broken, TidemarkException failure) {
        try {
            broken.close();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
        return failure;
    }

    private <R> R ask(Function<PostgresSession, R> question) {
        if (questions == null) {
            questions = connections.open();
        }
        try {
            return question.apply(questions);
        } catch (TidemarkException failure) {
            // It may be broken; the next question gets another one.
            PostgresSession broken = questions;
            questions = null;
            throw closing(broken, failure);
        }
    }
}
