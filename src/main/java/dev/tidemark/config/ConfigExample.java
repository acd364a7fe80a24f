package dev.tidemark.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file with the meaning and default of every setting, made from {@link Setting}. */
public final class ConfigExample {
    private static final int WIDTH = 75;

    private ConfigExample() {}

    /** The file's text. Unchanged, it sets the defaults; a setting without a default is a comment. */
    public static String text() {
        StringBuilder yaml = new StringBuilder("""
                # Settings of Tidemark. Options on the command line win over environment
                # variables, those over this file, this file over an option file of MySQL.
                # As it stands, this file sets the defaults.
                """);
        String section = "";
        for (Setting setting : Setting.values()) {
            String parent = parent(setting);
            if (!parent.equals(section)) {
                yaml.append("\n").append(parent.isEmpty() ? "" : parent + ":\n");
                section = parent;
            } else {
                yaml.append("\n");
            }
            yaml.append(entry(setting, parent.isEmpty() ? "" : "  "));
        }
        return yaml.toString().replace(":\n\n", ":\n");
    }

    private static String entry(Setting setting, String indent) {
        String names = setting.flag().map(flag -> "Option " + flag + ", environment ").orElse("Environment ")
                + setting.variable() + ".";
        String comment = lines(setting.description() + " " + names).stream()
                .map(line -> indent + "# " + line + "\n")
                .collect(Collectors.joining());
        String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
        String line = setting.defaultText()
                .map(value -> name + ": " + value)
                .orElseGet(() -> "#" + name + ": " + example(setting));
        return comment + indent + line + "\n";
    }

    private static String example(Setting setting) {
        return switch (setting) {
            case SOURCE_USERNAME -> "tidemark";
            case SOURCE_PASSWORD -> "...";
            case SOURCE_PASSWORD_FILE -> "/etc/tidemark/password";
            case SOURCE_OPTION_FILE -> "~/.my.cnf";
            case SOURCE_TLS -> "verify-identity";
            case WAREHOUSE_MODE -> "660";
            case LOG_FILE -> "/var/log/tidemark/tidemark.log";
            case SOURCE_URL, SOURCE_TIMEOUT, WAREHOUSE, DETECT, LOOK_BACK, MAX_DELETES, RETRIES, WAIT, KEEP_RUNS,
                    LOG_FORMAT ->
                setting.defaultText().orElseThrow();
        };
    }

    private static String parent(Setting setting) {
        int dot = setting.key().indexOf('.');
        return dot < 0 ? "" : setting.key().substring(0, dot);
    }

    private static List<String> lines(String text) {
        StringBuilder wrapped = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            boolean breaks = width + 1 + word.length() > WIDTH;
            wrapped.append(width == 0 ? "" : breaks ? "\n" : " ").append(word);
            width = breaks ? word.length() : width + 1 + word.length();
        }
        return Arrays.asList(wrapped.toString().split("\n"));
    }
}
