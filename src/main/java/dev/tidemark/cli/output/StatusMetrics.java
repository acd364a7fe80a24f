package dev.tidemark.cli.output;

import dev.tidemark.run.Outcome;
import dev.tidemark.status.StatusResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state of a warehouse in the text format of Prometheus. */
public final class StatusMetrics {
    private final StringBuilder text = new StringBuilder();
    private final String warehouse;

    private StatusMetrics(String warehouse) {
        this.warehouse = warehouse;
    }

    /** All metrics of a warehouse, each with its help and type; metrics of runs only if there was a run. */
    public static String of(StatusResult result) {
        StatusMetrics metrics = new StatusMetrics(result.warehouse());
        metrics.gauge("tidemark_source_up", "Whether the source can be reached.");
        metrics.sample("tidemark_source_up", Map.of(), result.sourceTime() == null ? 0 : 1);
        metrics.perTable(
                result, "tidemark_lag_seconds", "Lag of the table behind the source.", StatusResult.Table::lagSeconds);
        metrics.perTable(result, "tidemark_rows", "Rows of the table.", StatusResult.Table::rows);
        metrics.perTable(
                result,
                "tidemark_snapshot_timestamp_seconds",
                "The state of the source that the table shows.",
                table -> seconds(table.snapshotAt()));
        result.runs().stream().findFirst().ifPresent(metrics::lastRun);
        result.runs().stream()
                .filter(run -> run.outcome().equals(Outcome.SUCCEEDED.word()))
                .findFirst()
                .ifPresent(run -> metrics.single(
                        "tidemark_last_success_timestamp_seconds",
                        "When the last of the runs shown succeeded.",
                        seconds(run.finishedAt())));
        return metrics.text.toString();
    }

    private void lastRun(StatusResult.Run run) {
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

    private void perTable(
            StatusResult result, String name, String help, Function<StatusResult.Table, Long> value) {
        gauge(name, help);
        result.tables().forEach(table -> Optional.ofNullable(value.apply(table))
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
        text.append(name).append("{warehouse=\"").append(escaped(warehouse)).append('"').append(more).append("} ")
                .append(value).append('\n');
    }

    private static Long seconds(Instant time) {
        return time == null ? null : Long.valueOf(time.getEpochSecond());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
