package dev.tidemark.cli;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.SqliteUrls;
import dev.tidemark.copy.planning.Naming;
import dev.tidemark.copy.planning.Proposal;
import dev.tidemark.copy.planning.TableFacts;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.mysql.target.MysqlTarget;
import dev.tidemark.postgres.PostgresTarget;
import dev.tidemark.sqlite.source.SqliteSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for a proposal of a configuration file. */
final class ProposalOptions {
    /** The kinds of targets. */
    private enum Kind {
        POSTGRESQL(5432),
        MARIADB(3306),
        MYSQL(3306);

        private final int port;

        Kind(int port) {
            this.port = port;
        }

        private TargetTypes types() {
            return this == POSTGRESQL ? PostgresTarget.types() : MysqlTarget.types();
        }

        private String url(String database) {
            return "jdbc:%s://localhost:%d/%s".formatted(this, port, database);
        }

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description = "Print a proposal for a copy of this file, jdbc:sqlite:FILE.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "KIND",
            description = "postgresql, mariadb or mysql: what it is copied to; default postgresql.")
    private Kind to = Kind.POSTGRESQL;

    /** The proposal. */
    String text() {
        Path file = SqliteUrls.file(from, "--from");
        Path temporaryFolder = Path.of(System.getProperty("java.io.tmpdir"));
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String database = Naming.of(CopySettings.Names.SNAKE_CASE, name).replaceAll("\\W", "_");
        try (CopySnapshot snapshot = new SqliteSource(file, temporaryFolder).snapshot()) {
            List<TableFacts> tables =
                    snapshot.tables().stream().map(table -> facts(snapshot, table)).toList();
            // The proposal may be kept in another folder, where a relative name would mean another file.
            return Proposal.of(file.toAbsolutePath(), to.url(database), to.types(), tables);
        }
    }

    private TableFacts facts(CopySnapshot snapshot, TableShape table) {
        return snapshot.rows(
                table.name(),
                table.columns().stream().map(ColumnShape::name).toList(),
                TableFacts.order(table),
                rows -> TableFacts.of(table, to.types(), rows));
    }
}
