package dev.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** Gives the version of Tidemark, the commit that it was built from, and the version of the Java that runs it. */
public final class Version implements CommandLine.IVersionProvider {
    public static final String SHORT_OPTION = "-V";
    public static final String OPTION = "--version";

    /** Called by picocli. */
    public Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {line(packed(), Runtime.version().feature())};
    }

    /**
     * The version as a line.
     *
     * @param build {@code version}; and {@code commit}, {@code time} of the commit and {@code changed}, whether there
     *     were changes beside it, which are empty after a build outside of git
     */
    static String line(Properties build, int java) {
        String commit = build.getProperty("commit");
        String from = commit.isEmpty()
                ? "built outside of git"
                : "commit " + commit + " of " + build.getProperty("time")
                        + (Boolean.parseBoolean(build.getProperty("changed")) ? " with changes" : "");
        return "tidemark %s, %s (Java %d)".formatted(build.getProperty("version"), from, java);
    }

    // The build writes it.
    private static Properties packed() {
        try (InputStream content = Version.class.getResourceAsStream("version.properties")) {
            if (content == null) {
                throw new IllegalStateException("The version is not packed with the program");
            }
            Properties build = new Properties();
            build.load(content);
            return build;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
