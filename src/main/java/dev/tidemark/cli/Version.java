package dev.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Gives the version of Tidemark and of the Java that runs it. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"tidemark " + packed() + " (Java " + Runtime.version().feature() + ")"};
    }

    // The build writes it.
    private static String packed() {
        try (InputStream content = Version.class.getResourceAsStream("version")) {
            if (content == null) {
                throw new IllegalStateException("The version is not packed with the program");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
