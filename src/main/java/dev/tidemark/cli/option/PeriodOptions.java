package dev.tidemark.cli.option;

import dev.tidemark.star.Period;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which facts to compare; the options exclude each other. */
public final class PeriodOptions {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 36_500;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "The facts of the last N days, today included; default " + DEFAULT_DAYS + ".")
    private Integer days;

    @Option(names = "--all", description = "All facts.")
    private boolean all;

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private DateOptions dates;

    /** Fails as a usage failure of {@code command} if the options make no sense. */
    public void check(CommandLine command) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new CommandLine.ParameterException(
                    command,
                    "Not a number of days: --days " + days + "; it is 1 to " + MOST_DAYS
                            + ", and --all is all facts");
        }
        if (dates != null && dates.to.isBefore(dates.from)) {
            throw new CommandLine.ParameterException(
                    command, "--to " + dates.to + " is before --from " + dates.from);
        }
    }

    /** The option that was given. */
    public Optional<String> given() {
        if (all) {
            return Optional.of("--all");
        }
        if (dates != null) {
            return Optional.of("--from");
        }
        return Optional.ofNullable(days).map(any -> "--days");
    }

    /** The days, where {@code today} is the source's current date; empty for all. */
    public Optional<Period> period(LocalDate today) {
        if (all) {
            return Optional.empty();
        }
        if (dates != null) {
            return Optional.of(new Period(dates.from, dates.to));
        }
        int span = days == null ? DEFAULT_DAYS : days;
        return Optional.of(new Period(today.minusDays(span - 1L), today));
    }

    private static final class DateOptions {
        @Option(names = "--from", paramLabel = "DATE", required = true, converter = DateConverter.class,
                description = "First day, YYYY-MM-DD.")
        private LocalDate from;

        @Option(names = "--to", paramLabel = "DATE", required = true, converter = DateConverter.class,
                description = "Last day, YYYY-MM-DD.")
        private LocalDate to;
    }
}
