package dev.tidemark.spark;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.config.Settings;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Retries;
import dev.tidemark.spark.load.LakeLoader;
import dev.tidemark.spark.load.LakeOptions;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.star.load.LoadResult;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** The options that both loads share, and the call that runs a load. */
final class LoadOptions {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "32",
            description = "Into how many ranges of keys a large table is cut; default ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many tasks read the source at the same time, over a connection each; default"
                    + " ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many versions of the lake stay for readers; default ${DEFAULT-VALUE}.")
    private int keep;

    /** Runs a load, and prints its result. */
    int run(LakeCommand root, LakeOutput output, Function<LakeLoader, LoadResult> load) {
        Settings settings = root.settings();
        String uri = root.lake();
        SparkSession session = root.session();
        try (SourceDatabase source = new SourceDatabase(settings.source())) {
            LakeLoader loader = new LakeLoader(
                    session,
                    LakeCommand.folder(session, uri),
                    source,
                    SourceLogin.of(settings.source()),
                    new LakeOptions(partitions, connections, keep, settings.lockWait()),
                    new DeleteLimit(settings.maxDeletes()),
                    new Retries(
                            settings.retries(), settings.pipeline().timeout(), System::nanoTime, root::say),
                    root.console().clock());
            output.print(root, load.apply(loader));
            return ExitCode.DONE;
        }
    }
}
