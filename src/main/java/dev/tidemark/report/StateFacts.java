package dev.tidemark.report;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.TableStatus;
import dev.tidemark.status.ValidationStatus;
import dev.tidemark.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The facts at the top: how fresh, how right, how large. */
final class StateFacts {
    private StateFacts() {}

    /**
     * The facts of a pipeline.
     *
     * @param gaps the times without an expected run
     * @param versions the versions of the program and the file
     * @param now this machine's time
     */
    static List<Fact> of(PipelineStatus status, List<Gap> gaps, Fact versions, Instant now) {
        return List.of(
                age(status, gaps, now),
                validation(Optional.ofNullable(status.lastValidation()), now),
                lastRun(status, now),
                failure(status.runs(), now),
                size(status),
                versions);
    }

    /** The versions of the program and of the file's schema. */
    static Fact versions(String program, String schema, String file) {
        // The page's first lines have the rest, such as the commit.
        return new Fact("Version", program.split(",", 2)[0], "Schema version %s, in %s.".formatted(schema, file), Tone.NEUTRAL);
    }

    private static Fact age(PipelineStatus status, List<Gap> gaps, Instant now) {
        Optional<Instant> oldest = status.tables().stream()
                .map(TableStatus::snapshotAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        if (oldest.isEmpty()) {
            return new Fact("Age", "never loaded", "The tables wait for a full-load.", Tone.WARNING);
        }
        List<String> unfilled = status.tables().stream()
                .filter(table -> table.snapshotAt() == null)
                .map(TableStatus::table)
                .toList();
        Optional<Gap> late = gaps.stream().filter(gap -> gap.to().equals(now)).findFirst();
        return new Fact(
                "Age",
                ago(oldest.get(), now),
                "Shows the source as of " + Words.time(oldest.get()) + " UTC."
                        + (unfilled.isEmpty() ? "" : " Never loaded: " + String.join(", ", unfilled) + ".")
                        + late.map(gap -> " Usually a run comes every %s; the last one was %s ago."
                                        .formatted(Words.duration(gap.usual().toSeconds()), ago(gap.from(), now)))
                                .orElse(""),
                late.isPresent() || !unfilled.isEmpty() ? Tone.WARNING : Tone.GOOD);
    }

    private static Fact validation(Optional<ValidationStatus> last, Instant now) {
        return last.map(validation -> new Fact(
                        "Last validation",
                        validation.verdict().word(),
                        "%s ago, %s: %s rows compared, %s wrong, %s pending.".formatted(
                                ago(validation.finishedAt(), now),
                                validation.from() == null
                                        ? "of all rows"
                                        : "of facts from " + validation.from() + " to " + validation.to(),
                                Words.number(validation.compared()),
                                Words.number(validation.wrong()),
                                Words.number(validation.pending())),
                        tone(validation.verdict())))
                .orElse(new Fact("Last validation", "none yet", "The command validate compares both sides.", Tone.NEUTRAL));
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case EQUAL -> Tone.GOOD;
            case DIFFERENT -> Tone.BAD;
            case PARTIAL, PENDING, TOLERATED -> Tone.WARNING;
        };
    }

    private static Fact lastRun(PipelineStatus status, Instant now) {
        return status.runs().stream()
                .findFirst()
                .map(run -> new Fact(
                        "Last run",
                        run.outcome(),
                        "Run %d, %s, began %s ago%s.".formatted(
                                run.id(),
                                run.command(),
                                ago(run.startedAt(), now),
                                run.finishedAt() == null
                                        ? ""
                                        : " and took " + Words.duration(
                                                Duration.between(run.startedAt(), run.finishedAt()).toSeconds())),
                        RunFigures.tone(run)))
                .orElse(new Fact("Last run", "none yet", "The history has no run.", Tone.NEUTRAL));
    }

    private static Fact failure(List<? extends RunStatus> runs, Instant now) {
        String among = runs.size() == 1 ? "the only run" : "the last " + Words.number(runs.size()) + " runs";
        return runs.stream()
                .filter(run -> RunFigures.tone(run) == Tone.BAD)
                .findFirst()
                .map(run -> new Fact(
                        "Last failure",
                        ago(run.startedAt(), now) + " ago",
                        "Run %d, %s, %s%s.".formatted(
                                run.id(),
                                run.command(),
                                run.outcome(),
                                run.message() == null ? "" : ": " + run.message().strip()),
                        runs.getFirst() == run ? Tone.BAD : Tone.NEUTRAL))
                .orElse(new Fact("Last failure", "none", "None of " + among + " failed.", Tone.GOOD));
    }

    private static Fact size(PipelineStatus status) {
        long rows = status.tables().stream().mapToLong(TableStatus::rows).sum();
        return new Fact(
                "Size",
                Words.size(status.fileBytes()),
                "%s rows in %d tables.".formatted(Words.number(rows), status.tables().size()),
                Tone.NEUTRAL);
    }

    private static String ago(Instant then, Instant now) {
        return Words.duration(Math.max(0, Duration.between(then, now).toSeconds()));
    }
}
