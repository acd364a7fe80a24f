package dev.tidemark.spark;

import picocli.CommandLine.Option;

/** The option for the connections of tasks to the source. */
final class ConnectionsOption {
    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            converter = CountConverter.class,
            description = "How many tasks read the source at the same time, over a connection each; default"
                    + " ${DEFAULT-VALUE}.")
    private int connections;

    /** At least 1. */
    int connections() {
        return connections;
    }
}
