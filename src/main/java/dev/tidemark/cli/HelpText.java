package dev.tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out help: a command's own options first, then those of every command. */
public final class HelpText {
    public static final String EXIT_CODES = "%nExit codes:%n";
    public static final String DONE = "0:done";
    public static final String USAGE = "2:wrong usage or configuration";
    public static final String SOURCE =
            "3:the source is unreachable or no database, refuses the login, or lacks what is named";
    static final String WAREHOUSE = "4:the warehouse (of a copy: the target or the state) is missing, unfit or not"
            + " writable, or the result cannot be written";
    static final String UNWRITABLE = "4:the result cannot be written";
    static final String BUSY = "5:another run holds the warehouse, or the target or the state";
    public static final String DELETES = "6:the run would delete more of a table than --max-deletes; nothing was kept";
    static final String INCOMPLETE = "7:a copy left rows out, or stopped because of them; status --rejected lists them";
    public static final String FAULT = "70:a fault of Tidemark itself";
    public static final String INTERRUPTED = "130, 143:interrupted, and rolled back";

    private static final int WIDEST = 100;
    private static final int NARROWEST = 60;

    private HelpText() {}

    /** Lays out the help of {@code root} and of all its commands for a width of {@code columns}, within limits. */
    static void layOut(CommandLine root, int columns) {
        root.setUsageHelpWidth(Math.clamp(columns, NARROWEST, WIDEST));
        layOutOne(root);
        root.setHelpSectionKeys(commandsFirst(root.getHelpSectionKeys()));
        root.getSubcommands().values().forEach(HelpText::layOutOne);
    }

    private static List<String> commandsFirst(List<String> sections) {
        List<String> commands =
                List.of(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        List<String> ordered = new ArrayList<>(sections);
        ordered.removeAll(commands);
        ordered.addAll(ordered.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), commands);
        return ordered;
    }

    private static void layOutOne(CommandLine command) {
        command.getCommandSpec().usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .commandListHeading("%nCommands:%n");
        Map<String, CommandLine.IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
    }

    private static String options(Help help) {
        List<OptionSpec> all = help.commandSpec().options().stream().filter(option -> !option.hidden()).toList();
        List<OptionSpec> own = all.stream().filter(option -> !option.inherited()).toList();
        List<OptionSpec> common = all.stream().filter(OptionSpec::inherited).toList();
        return section(help.commandSpec().parent() == null ? "Options of every command" : "Options", own, help)
                + names(common, help.commandSpec());
    }

    // Names only: full descriptions of the many common options would hide the command's own.
    private static String names(List<OptionSpec> common, CommandSpec command) {
        if (common.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                "\nOptions of every command, which \"" + command.root().name() + " --help\" explains:");
        int width = command.usageMessage().width();
        int column = width;
        for (OptionSpec option : common) {
            String name = option.longestName() + (option == common.getLast() ? "" : ",");
            boolean breaks = column + 1 + name.length() > width;
            text.append(breaks ? "\n  " : " ").append(name);
            column = breaks ? 2 + name.length() : column + 1 + name.length();
        }
        return text.append("\n").toString();
    }

    private static String section(String heading, List<OptionSpec> options, Help help) {
        if (options.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        return String.format("%n%s:%n", heading) + layout;
    }
}
