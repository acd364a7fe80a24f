package dev.tidemark.cli;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.config.StarSettings;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.mysql.target.MysqlTarget;
import dev.tidemark.postgres.PostgresTarget;
import dev.tidemark.sqlite.source.SqliteSource;
import dev.tidemark.sqlite.state.StateDatabase;
import dev.tidemark.target.CommitGate;
import dev.tidemark.target.Target;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The databases of a command, which are opened before the other parts are made, and closed after them. */
sealed interface Ends extends AutoCloseable {
    /** The databases that {@code settings} name; {@code preparation} prepares the source of a star. */
    static Ends of(Settings settings, Consumer<SourceDatabase> preparation) {
        return switch (settings.pipeline()) {
            case StarSettings star -> {
                SourceDatabase source = new SourceDatabase(star.source());
                preparation.accept(source);
                yield new OfStar(source);
            }
            case CopySettings copy -> new OfCopy(
                    copy,
                    new SqliteSource(copy.source(), Path.of(System.getProperty("java.io.tmpdir"))),
                    switch (copy.target().kind()) {
                        case POSTGRESQL -> new PostgresTarget(copy.target(), copy.batchSize());
                        case MYSQL -> new MysqlTarget(copy.target(), copy.batchSize());
                    },
                    new StateDatabase(copy.state()));
        };
    }

    /** Those of them that other parts are made of. */
    Object[] beans();

    /** The gate that every commit of the command has to pass. */
    CommitGate gate(ApplicationContext context);

    @Override
    void close();

    /** Those of a star; its warehouse is made with the other parts. */
    record OfStar(SourceDatabase source) implements Ends {
        @Override
        public Object[] beans() {
            return new Object[] {source};
        }

        @Override
        public CommitGate gate(ApplicationContext context) {
            return context.getBean(Target.class).gate();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Those of a copy. */
    record OfCopy(CopySettings settings, SqliteSource source, CopyTarget target, CopyState state) implements Ends {
        @Override
        public Object[] beans() {
            return new Object[] {settings, source, target, state};
        }

        @Override
        public CommitGate gate(ApplicationContext context) {
            return state.file().gate();
        }

        @Override
        public void close() {
            try (target; state) {
                return;
            }
        }
    }
}
