package dev.tidemark.cli.output;

import dev.tidemark.copy.status.CopyStatusResult;
import dev.tidemark.run.history.Outcome;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.StatusResult;
import dev.tidemark.status.TableStatus;
import dev.tidemark.status.ValidationStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state of a pipeline in the text format of Prometheus. */
public final class StatusMetrics {
    private final StringBuilder text = new StringBuilder();
    private final PipelineStatus status;
    private final String label;

    /** Metrics of {@code status}; each sample has a label that names its file. */
    private StatusMetrics(PipelineStatus status, String file, String path) {
        this.status = status;
        String absolute = Path.of(path).toAbsolutePath().normalize().toString();
        this.label = file + "=\"" + escaped(absolute) + "\"";
    }

    /** All metrics of a warehouse, each with its help and type; metrics of runs only if there was a run. */
    public static String of(StatusResult result) {
        StatusMetrics metrics = new StatusMetrics(result, "warehouse", result.warehouse());
        metrics.single(
                "tidemark_source_up", "Whether the source can be reached.", result.sourceTime() == null ? 0 : 1);
        metrics.tables();
        metrics.history();
        return metrics.text.toString();
    }

    /** The same of a copy. */
    public static String of(CopyStatusResult result) {
        StatusMetrics metrics = new StatusMetrics(result, "state", result.state());
        metrics.tables();
        metrics.perTable(
                result.tables(),
                "tidemark_mapped_rows",
                "Rows of the source's table that are in the target.",
                CopyStatusResult.Table::mapped);
        metrics.perTable(
                result.tables(),
                "tidemark_rejected_rows",
                "Rows of the source's table that were left out.",
                CopyStatusResult.Table::rejected);
        metrics.history();
        return metrics.text.toString();
    }

    private void tables() {
        perTable(
                status.tables(),
                "tidemark_lag_seconds",
                "Lag of the table behind the source.",
                TableStatus::lagSeconds);
        perTable(status.tables(), "tidemark_rows", "Rows of the table.", TableStatus::rows);
        perTable(
                status.tables(),
                "tidemark_snapshot_timestamp_seconds",
                "The state of the source that the table shows.",
                table -> seconds(table.snapshotAt()));
    }

    private void history() {
        single("tidemark_file_bytes", "The size of the file, its write-ahead log included.", status.fileBytes());
        status.runs().stream().findFirst().ifPresent(this::lastRun);
        Optional.ofNullable(status.lastSuccessAt())
                .ifPresent(time -> single(
                        "tidemark_last_success_timestamp_seconds",
                        "When a load last succeeded, however many failed since.",
                        seconds(time)));
        Optional.ofNullable(status.lastValidation()).ifPresent(this::lastValidation);
    }

    private void lastValidation(ValidationStatus validation) {
        single(
                "tidemark_last_validation_timestamp_seconds",
                "When the last validation ended.",
                seconds(validation.finishedAt()));
        single(
                "tidemark_last_validation_success",
                "Whether the last validation found nothing wrong, or only what is tolerated.",
                validation.valid() ? 1 : 0);
        String info = "tidemark_last_validation_info";
        gauge(info, "The verdict of the last validation.");
        sample(info, Map.of("verdict", validation.verdict().word()), 1);
        String rows = "tidemark_last_validation_rows";
        gauge(rows, "The rows of the last validation.");
        sample(rows, Map.of("found", "compared"), validation.compared());
        sample(rows, Map.of("found", "wrong"), validation.wrong());
        sample(rows, Map.of("found", "pending"), validation.pending());
    }

    private void lastRun(RunStatus run) {
        String info = "tidemark_last_run_info";
        gauge(info, "The command of the last run.");
        sample(info, Map.of("command", run.command()), 1);
        Optional.ofNullable(run.finishedAt())
                .ifPresent(end -> single(
                        "tidemark_last_run_duration_seconds",
                        "How long the last run took.",
                        Duration.between(run.startedAt(), end).toSeconds()));
        single("tidemark_last_run_id", "The number of the last run.", run.id());
        single(
                "tidemark_last_run_success",
                "Whether the last run succeeded; a run in progress has not.",
                run.outcome().equals(Outcome.SUCCEEDED.word()) ? 1 : 0);
        single("tidemark_last_run_start_timestamp_seconds", "When the last run began.", seconds(run.startedAt()));
        String rows = "tidemark_last_run_rows";
        gauge(rows, "What the last run did with rows.");
        sample(rows, Map.of("did", "read"), run.counts().read());
        sample(rows, Map.of("did", "inserted"), run.counts().inserted());
        sample(rows, Map.of("did", "updated"), run.counts().updated());
        sample(rows, Map.of("did", "deleted"), run.counts().deleted());
    }

    private <T extends TableStatus> void perTable(
            List<? extends T> tables, String name, String help, Function<T, Long> value) {
        gauge(name, help);
        tables.forEach(table -> Optional.ofNullable(value.apply(table))
                .ifPresent(number -> sample(name, Map.of("table", table.table()), number)));
    }

    private void single(String name, String help, long value) {
        gauge(name, help);
        sample(name, Map.of(), value);
    }

    private void gauge(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, Map<String, String> labels, long value) {
        String more = labels.entrySet().stream()
                .map(label -> "," + label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                .collect(Collectors.joining());
        text.append(name).append('{').append(label).append(more).append("} ").append(value).append('\n');
    }

    private static Long seconds(Instant time) {
        return time == null ? null : Long.valueOf(time.getEpochSecond());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
