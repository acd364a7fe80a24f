package dev.tidemark.cli.exit;

import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.text.Paragraphs;
import dev.tidemark.failure.TidemarkException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.nativeimage.ImageInfo;
import picocli.CommandLine;

/** The only place that turns an exception into a line on stderr and an exit code. */
public final class Failures {
    private static final Pattern CHOICES =
            Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'$");

    private Failures() {}

    /** Says what is wrong with a command line; returns the exit code. */
    public static int ofUsage(Console console, CommandLine.ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        tell(console, problem(failure), suggestion(failure, name));
        return ExitCode.USAGE;
    }

    /** Says why a command failed, with a trace where {@code verbose}; returns the exit code. */
    public static int ofExecution(Console console, Exception failure, boolean verbose) {
        if (failure instanceof TidemarkException known) {
            tell(console, known.getMessage(), known.hint());
            trace(console, failure, verbose);
            return ExitCode.of(known.reason());
        }
        return ofFault(console, failure, verbose);
    }

    /** Says that Tidemark itself failed, with a trace where {@code verbose}; returns the exit code. */
    public static int ofFault(Console console, Throwable failure, boolean verbose) {
        String what = failure.getMessage() == null ? "" : ": " + firstLine(failure.getMessage());
        tell(
                console,
                "Tidemark failed by a fault of its own: " + failure.getClass().getSimpleName() + what,
                hint(failure, verbose));
        trace(console, failure, verbose);
        return ExitCode.FAULT;
    }

    private static String hint(Throwable failure, boolean verbose) {
        if (failure instanceof OutOfMemoryError) {
            return System.getProperty(ImageInfo.PROPERTY_IMAGE_CODE_KEY) == null
                    ? "more memory, by TIDEMARK_JAVA_OPTIONS=-Xmx512m; on Spark, by --driver-memory 2g"
                    : "the package for a JVM, or an executable that was built with -Dnative.heap=512m";
        }
        return verbose ? "report the trace below" : "run the command again with --verbose and report the trace";
    }

    private static void trace(Console console, Throwable failure, boolean verbose) {
        if (verbose) {
            failure.printStackTrace(console.err());
        }
    }

    private static void tell(Console console, String message, String hint) {
        String name = Colours.ofErrors(console).bad("tidemark:");
        String line = Paragraphs.inOneLine(name + " " + message + ". Try: " + hint + ".");
        console.err().println(console.messageLaidOut(line));
    }

    private static String problem(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            // The text after an equals sign may be a password.
            String word = unmatched.getUnmatched().getFirst().replaceFirst("(?s)=.*", "");
            boolean command = !word.startsWith("-")
                    && !failure.getCommandLine().getSubcommands().isEmpty();
            String kind = command ? "command" : unmatched.isUnknownOption() ? "option" : "argument";
            return "Unknown " + kind + ": " + word;
        }
        return inOurWords(firstLine(failure.getMessage()));
    }

    // picocli begins some messages with "Error:", and shows the values of an option in capitals.
    private static String inOurWords(String message) {
        return CHOICES.matcher(message.replaceFirst("^Error: ", ""))
                .replaceFirst(choices -> Matcher.quoteReplacement(
                        "'" + choices.group(2) + "' is none of " + choices.group(1).toLowerCase(Locale.ROOT)));
    }

    private static String suggestion(CommandLine.ParameterException failure, String command) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            boolean asksForHelp = unmatched.getUnmatched().getFirst().matches("help|-h|-help|-\\?");
            if (!suggestions.isEmpty() && !asksForHelp) {
                return String.join(" or ", suggestions.subList(0, Math.min(3, suggestions.size())));
            }
        }
        return command + " --help";
    }

    private static String firstLine(String message) {
        // MyBatis begins its messages with an empty line.
        return message == null
                ? "no message"
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("").replaceAll("\\.$", "");
    }
}
