package dev.tidemark.cli;

import dev.tidemark.status.StatusReader;
import dev.tidemark.status.StatusResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark status}. */
@Command(
        name = "status",
        description = {
            "Shows per table its rows, its watermark and its lag behind the source, and the last runs.",
            "Where the source cannot be reached, the lag is by this machine's clock."
        },
        footer = {"", "Example:", "  tidemark --warehouse analytics.db status"})
final class StatusCommand implements Callable<Integer> {
    private static final int RUNS = 5;

    @ParentCommand
    private RootCommand root;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            StatusResult result = services.get(StatusReader.class).read(RUNS);
            if (result.sourceFailure() != null) {
                OutputOptions.tell(
                        services, List.of(result.sourceFailure() + ". The lag is by this machine's clock."));
            }
            output.print(services, result, StatusText::of);
            OutputOptions.tell(services, result.notes());
            return ExitCode.DONE;
        });
    }
}
