package dev.tidemark.config;

/**
 * The text of a setting and the place that gave it, for messages.
 *
 * @param text the value as written
 * @param origin the kind of place
 * @param place such as {@code --source-url}
 */
record Given(String text, Origin origin, String place) {
    /** The kinds of places that give settings, the weakest first. */
    enum Origin {
        DEFAULT,
        OPTION_FILE,
        CONFIGURATION_FILE,
        ENVIRONMENT,
        COMMAND_LINE
    }

    static Given byDefault(String text) {
        return new Given(text, Origin.DEFAULT, "default");
    }

    static Given inOptionFile(String text, String option, Object file) {
        return new Given(text, Origin.OPTION_FILE, option + " in " + file);
    }

    static Given inFile(String text, String key, Object file) {
        return new Given(text, Origin.CONFIGURATION_FILE, key + " in " + file);
    }

    static Given inEnvironment(String text, String variable) {
        return new Given(text, Origin.ENVIRONMENT, "environment variable " + variable);
    }

    static Given onCommandLine(String text, String flag) {
        return new Given(text, Origin.COMMAND_LINE, flag);
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
