package dev.tidemark.cli.output;

import dev.tidemark.copy.status.CopyStatusResult;
import dev.tidemark.run.Outcome;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.RunStatus;
import dev.tidemark.status.StatusResult;
import dev.tidemark.status.TableStatus;
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
        this.label = file + "=\"" + escaped(path) + "\"";
    }

    /** All metrics of a warehouse, each with its help and type; metrics of runs only if there was a run. */
    public static String of(StatusResult result) {
        StatusMetrics metrics = new StatusMetrics(result, "warehouse", result.warehouse());
        metrics.single(
                "tidemark_source_up", "Whether the source can be reached.", result.sourceTime() == null ? 0 : 1);
        metrics.tables();
        metrics.runs();
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
        metrics.runs();
        result.runs().stream()
                .findFirst()
                .filter(run -> run.seconds() != null)
                .ifPresent(run -> metrics.single(
                        "tidemark_last_run_duration_seconds", "How long the last run took.", run.seconds()));
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

    private void runs() {
        status.runs().stream().findFirst().ifPresent(this::lastRun);
        status.runs().stream()
                .filter(run -> run.outcome().equals(Outcome.SUCCEEDED.word()))
                .findFirst()
                .ifPresent(run -> single(
                        "tidemark_last_success_timestamp_seconds",
                        "When the last of the runs shown succeeded.",
                        seconds(run.finishedAt())));
    }

    private void lastRun(RunStatus run) {
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
