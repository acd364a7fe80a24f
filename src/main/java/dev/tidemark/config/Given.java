package dev.tidemark.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a setting and the place that gave it, for messages.
 *
 * @param text the value as written
 * @param origin the kind of place
 * @param place such as {@code --source-url}
 * @param file the configuration file that gave it, if one did: its folder is where relative file names start
 */
record Given(String text, Origin origin, String place, Optional<Path> file) {
    /** The kinds of places that give settings, the weakest first. */
    enum Origin {
        DEFAULT,
        OPTION_FILE,
        CONFIGURATION_FILE,
        ENVIRONMENT,
        COMMAND_LINE
    }

    static Given byDefault(String text) {
        return new Given(text, Origin.DEFAULT, "default", Optional.empty());
    }

    static Given inOptionFile(String text, String option, Object file) {
        return new Given(text, Origin.OPTION_FILE, option + " in " + file, Optional.empty());
    }

    static Given inFile(String text, String key, Path file) {
        return new Given(text, Origin.CONFIGURATION_FILE, key + " in " + file, Optional.of(file));
    }

    static Given inEnvironment(String text, String variable) {
        return new Given(text, Origin.ENVIRONMENT, "environment variable " + variable, Optional.empty());
    }

    static Given onCommandLine(String text, String flag) {
        return new Given(text, Origin.COMMAND_LINE, flag, Optional.empty());
    }

    /** Another text from the same place. */
    Given with(String other) {
        return new Given(other, origin, place, file);
    }

    /** Whether this wins over {@code other}, which may be null; this wins over the same kind of place. */
    boolean winsOver(Given other) {
        return other == null || origin.compareTo(other.origin) >= 0;
    }

    /** Its place alone: the text may be a password. */
    @Override
    public String toString() {
        return place;
    }
}
