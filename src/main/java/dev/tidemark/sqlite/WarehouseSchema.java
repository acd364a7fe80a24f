package dev.tidemark.sqlite;

import static org.mybatis.dynamic.sql.SqlBuilder.isTrue;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import dev.tidemark.target.SchemaChange;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The version of the warehouse's schema. Flyway runs only to change it; reading it takes one query. */
final class WarehouseSchema {
    private WarehouseSchema() {}

    /** Upgrades a schema to this program's version, and makes missing views and indexes anew. */
    static SchemaChange migrate(DataSource source, WarehouseFile file) {
        int applied = upgrade(source, file.kind());
        if (applied == Migrations.packed(file.kind()).names().size()) {
            // A file to which all of them have just been applied lacks nothing.
            return new SchemaChange(applied, List.of());
        }
        return inspect(source, session -> {
            SchemaGaps gaps = SchemaGaps.of(session, file);
            gaps.fill(session);
            return new SchemaChange(applied, gaps.names());
        });
    }

    /** Applies the migrations that were not applied yet; returns their number. */
    static int upgrade(DataSource source, FileKind kind) {
        Migrations migrations = Migrations.packed(kind);
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .resourceProvider(migrations)
                .javaMigrationClassProvider(List::of)
                .group(true)
                .load();
        return flyway.migrate().migrationsExecuted;
    }

    /** Fails unless the file is empty or holds a Tidemark warehouse of this version or an older one. */
    static Void requireMigratable(DataSource source, WarehouseFile file) {
        return inspect(source, session -> switch (kind(session, file.kind())) {
            case EMPTY -> null;
            case OURS -> requireNotNewer(version(session), file);
            case FOREIGN -> throw file.failures().foreign();
        });
    }

    /** Fails unless the file holds a Tidemark warehouse of this version or an older one. */
    static Void requireOurs(DataSource source, WarehouseFile file) {
        return inspect(source, session -> switch (kind(session, file.kind())) {
            case OURS -> requireNotNewer(version(session), file);
            case EMPTY -> throw file.failures().notInitialised();
            case FOREIGN -> throw file.failures().foreign();
        });
    }

    private static Kind kind(SqlSession session, FileKind wanted) {
        PragmaMapper pragmas = Mappers.of(session, PragmaMapper.class);
        long applicationId = pragmas.applicationId();
        if (applicationId == wanted.applicationId()) {
            return Kind.OURS;
        }
        return applicationId == 0 && pragmas.objects() == 0 ? Kind.EMPTY : Kind.FOREIGN;
    }

    private enum Kind {
        OURS,
        EMPTY,
        FOREIGN
    }

    /** Fails unless the warehouse of {@code session} has this program's version. */
    static void requireCurrent(SqlSession session, WarehouseFile file) {
        MigrationVersion found = version(session);
        MigrationVersion known = Migrations.packed(file.kind()).latest();
        if (found.compareTo(known) < 0) {
            throw TidemarkException.warehouse(
                    "The " + file.kind() + " " + file.path() + " has schema version " + found + ", older than " + known,
                    "run init, which upgrades it",
                    null);
        }
        requireNotNewer(found, file);
    }

    private static MigrationVersion version(SqlSession session) {
        return Mappers.of(session, SchemaHistoryMapper.class)
                .versions(Rendered.select(select(SchemaHistoryTable.HISTORY.version)
                        .from(SchemaHistoryTable.HISTORY)
                        .where(SchemaHistoryTable.HISTORY.success, isTrue())))
                .stream()
                .map(MigrationVersion::fromVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    private static Void requireNotNewer(MigrationVersion found, WarehouseFile file) {
        MigrationVersion known = Migrations.packed(file.kind()).latest();
        if (found.compareTo(known) > 0) {
            throw TidemarkException.warehouse(
                    "The " + file.kind() + " " + file.path() + " is from a newer Tidemark: schema version " + found
                            + ", this one knows " + known,
                    "use that newer Tidemark",
                    null);
        }
        return null;
    }

    /** The answer to a question that each statement answers by itself. */
    static <R> R inspect(DataSource source, Function<SqlSession, R> question) {
        Configuration configuration =
                new Configuration(new Environment("schema", new JdbcTransactionFactory(), source));
        try (SqlSession session = new SqlSessionFactoryBuilder().build(configuration).openSession(true)) {
            return question.apply(session);
        }
    }
}
