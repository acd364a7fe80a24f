package dev.tidemark.config;

/**
 * The text of a setting and the place that gave it, for messages.
 *
 * @param text the value as written
 * @param place such as {@code --source-url}
 */
record Given(String text, String place) {
    static Given byDefault(String text) {
        return new Given(text, "default");
    }

    static Given inFile(String text, String key, Object file) {
        return new Given(text, key + " in " + file);
    }

    boolean fromEnvironment() {
        return place.startsWith("environment variable ");
    }

    boolean fromFile() {
        return place.contains(" in ") && !fromEnvironment();
    }
}
