package dev.tidemark.spark;

import dev.tidemark.cli.HelpText;
import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.config.Settings;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Retries;
import dev.tidemark.spark.load.LakeLoader;
import dev.tidemark.spark.load.LakeOptions;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.star.load.LoadResult;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options and exit codes that both loads share, and the call that runs a load. */
@Command(
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            HelpText.USAGE,
            HelpText.SOURCE,
            LakeHelp.LAKE,
            LakeHelp.BUSY,
            HelpText.DELETES,
            HelpText.FAULT,
            LakeHelp.INTERRUPTED
        })
final class LoadOptions {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "32",
            converter = CountConverter.class,
            description = "Into how many ranges of keys a large table is cut; default ${DEFAULT-VALUE}.")
    private int partitions;

    @Mixin
    private ConnectionsOption connections;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "3",
            converter = CountConverter.class,
            description = "How many versions of the lake stay for readers; default ${DEFAULT-VALUE}.")
    private int keep;

    /** Runs a load, and prints its result. */
    int run(LakeCommand root, LakeOutput output, Function<LakeLoader, LoadResult> load) {
        return LakeServices.with(root, services -> {
            LoadResult result = load.apply(loader(services));
            output.print(root, result);
            services.messages().say(result.notes());
            return ExitCode.DONE;
        });
    }

    private LakeLoader loader(LakeServices services) {
        Settings settings = services.settings();
        return new LakeLoader(
                services.session(),
                services.lake(),
                services.source(),
                SourceLogin.of(settings.source()),
                new LakeOptions(partitions, connections.connections(), keep, settings.lockWait()),
                new DeleteLimit(settings.maxDeletes()),
                new Retries(
                        settings.retries(),
                        settings.pipeline().timeout(),
                        System::nanoTime,
                        services.messages()::say),
                services.gate(),
                services.clock());
    }
}
