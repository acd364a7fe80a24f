package dev.tidemark.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands that arguments name. To describe all of them to picocli takes a tenth of a short command's time, so that
 * a run describes no others, unless it speaks of them.
 */
final class NamedCommands {
    private static final Map<String, Supplier<Object>> WORKERS = Map.of(
            "init", InitCommand::new,
            "full-load", FullLoadCommand::new,
            "incremental", IncrementalCommand::new,
            "validate", ValidateCommand::new,
            "status", StatusCommand::new,
            "check", CheckCommand::new,
            "keys", KeysCommand::new,
            "config", ConfigCommand::new);

    /** Arguments that speak of all commands. */
    private static final List<String> GENERAL = List.of("--help", "--version", "completion");

    private NamedCommands() {}

    /** The names of the commands to describe for {@code arguments}; none where it has to be all. */
    static List<String> in(String... arguments) {
        List<String> all = List.of(arguments);
        return all.stream().anyMatch(NamedCommands::isGeneral)
                ? List.of()
                : all.stream().filter(WORKERS::containsKey).distinct().toList();
    }

    /** Adds the commands of these names. */
    static CommandLine add(CommandLine line, List<String> names) {
        names.forEach(name -> line.addSubcommand(name, WORKERS.get(name).get()));
        return line;
    }

    // A flag may have its value behind an equals sign. A file of arguments may hold anything, and can be read but once
    // where it is a pipe.
    private static boolean isGeneral(String argument) {
        return argument.startsWith("@") || GENERAL.contains(argument.replaceFirst("(?s)=.*", ""));
    }
}
