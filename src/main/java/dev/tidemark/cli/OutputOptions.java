package dev.tidemark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that says how a result is printed. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}, in either case; default ${DEFAULT-VALUE}."
                    + " JSON is one document on stdout.")
    private OutputFormat format;

    /** Prints {@code result}; both formats come from the same record. */
    <T> void print(Services services, T result, Function<T, String> text) {
        services.console().out().println(switch (format) {
            case TEXT -> text.apply(result).stripTrailing();
            case JSON -> json(services, result);
        });
    }

    /** Says to stderr what users should know. */
    static void tell(Services services, List<String> notes) {
        notes.forEach(note -> services.console().err().println("tidemark: " + note));
    }

    /** A result as one JSON document. */
    static String json(Services services, Object result) {
        try {
            return services.json().writeValueAsString(result);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
