package dev.tidemark.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A configuration file with the meaning and default of every setting, made from {@link Setting}. */
public final class ConfigExample {
    private static final int WIDTH = 75;

    private static final String TABLES = """

            # What is to be different for single tables, by their names in the source.
            # All other tables and columns are carried over as they are.
            #tables:
              #Artist:
                # Its name in the target; else it is made as "names" says.
                #target: artist
                # The columns by which a row that is in the target already is found.
                #natural-key: [Name]
                # The column with the time of a row's last change, for detect: timestamps.
                #changed-at: LastModified
                # Parents by the column that refers to them, where the source declares no
                # foreign key.
                #references: {LabelId: Label}
                #columns:
                  # The name and type in the target, and changes of the values, in order:
                  # trim, lowercase, uppercase, empty-to-null, phone.
                  #Name: {to: name, type: "varchar(120)", transform: [trim]}
                  # A column that is left out.
                  #Notes: {skip: true}
              # A table that is left out.
              #Draft: {skip: true}
            """;

    private ConfigExample() {}

    /**
     * The file's text for a pipeline. Unchanged, it sets the defaults. For a copy it names both ends too, by
     * examples. A setting without a default is a comment.
     */
    public static String text(Pipeline pipeline) {
        StringBuilder yaml = new StringBuilder(switch (pipeline) {
            case SAKILA -> """
                    # Settings of Tidemark. Options on the command line win over environment
                    # variables, those over this file, this file over an option file of MySQL.
                    # As it stands, this file sets the defaults. ${NAME} in a value stands for
                    # the environment variable NAME. A relative file name starts at the folder
                    # of this file.
                    """;
            case COPY -> """
                    # Settings of a copy. Options on the command line win over environment
                    # variables, those over this file. As it stands, this file sets the
                    # defaults; put your own source and target. ${NAME} in a value stands for
                    # the environment variable NAME. A relative file name starts at the folder
                    # of this file.
                    """;
        });
        String section = "";
        for (Setting setting : Setting.of(pipeline)) {
            String parent = parent(setting);
            if (!parent.equals(section)) {
                yaml.append("\n").append(parent.isEmpty() ? "" : parent + ":\n");
                section = parent;
            } else {
                yaml.append("\n");
            }
            yaml.append(entry(setting, pipeline, parent.isEmpty() ? "" : "  "));
        }
        return yaml.toString().replace(":\n\n", ":\n") + (pipeline == Pipeline.COPY ? TABLES : "");
    }

    private static String entry(Setting setting, Pipeline pipeline, String indent) {
        String names = setting.flag().map(flag -> "Option " + flag + ", environment ").orElse("Environment ")
                + setting.variable() + ".";
        String comment = lines(setting.description() + " " + names).stream()
                .map(line -> indent + "# " + line + "\n")
                .collect(Collectors.joining());
        String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
        String line = value(setting, pipeline)
                .map(value -> name + ": " + value)
                .orElseGet(() -> "#" + name + ": " + example(setting));
        return comment + indent + line + "\n";
    }

    private static Optional<String> value(Setting setting, Pipeline pipeline) {
        return switch (setting) {
            case PIPELINE -> Optional.of(pipeline.word());
            case SOURCE_URL -> setting.defaultText(pipeline).or(() -> Optional.of("jdbc:sqlite:/data/chinook.db"));
            case TARGET_URL -> Optional.of("jdbc:postgresql://localhost:5432/chinook");
            default -> setting.defaultText(pipeline);
        };
    }

    private static String example(Setting setting) {
        return switch (setting) {
            case SOURCE_USERNAME, TARGET_USERNAME -> "tidemark";
            case SOURCE_PASSWORD, TARGET_PASSWORD -> "...";
            case SOURCE_PASSWORD_FILE, TARGET_PASSWORD_FILE -> "/etc/tidemark/password";
            case SOURCE_OPTION_FILE -> "~/.my.cnf";
            case SOURCE_TLS, TARGET_TLS -> "verify-identity";
            case TARGET_SCHEMA -> "public";
            case WAREHOUSE_MODE -> "660";
            case LOG_FILE -> "/var/log/tidemark/tidemark.log";
            default -> throw new IllegalArgumentException(setting + " has a value");
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
