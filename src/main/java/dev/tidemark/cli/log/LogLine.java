package dev.tidemark.cli.log;

import dev.tidemark.run.Counts;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A line of the log file.
 *
 * @param time when it was written
 * @param level how grave it is
 * @param command the command, such as {@code incremental}
 * @param process the process that runs the command
 * @param run the id of the run in the history; null before it has one, and for commands that record no run
 * @param message what happened, in one line
 * @param counts what was done with rows; null unless the line is about that
 * @param exitCode how the command ends; null unless the line is about that
 */
record LogLine(
        Instant time,
        RunLog.Level level,
        String command,
        long process,
        Long run,
        String message,
        Counts counts,
        Integer exitCode) {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    /** The line for people. */
    String text() {
        return "%s %-5s [%d%s] %s".formatted(
                MILLISECONDS.format(time), level, process, run == null ? "" : " run " + run, message);
    }

    /** The line as one JSON document with all fields. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("time", MILLISECONDS.format(time));
            json.writeStringProperty("level", level.name());
            json.writeStringProperty("command", command);
            json.writeNumberProperty("process", process);
            writeNumber(json, "run", run);
            json.writeStringProperty("message", message);
            writeCounts(json);
            writeNumber(json, "exitCode", exitCode == null ? null : exitCode.longValue());
            json.writeEndObject();
        }
        return text.toString();
    }

    private void writeCounts(JsonGenerator json) {
        if (counts == null) {
            json.writeNullProperty("counts");
            return;
        }
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("read", counts.read());
        json.writeNumberProperty("inserted", counts.inserted());
        json.writeNumberProperty("updated", counts.updated());
        json.writeNumberProperty("deleted", counts.deleted());
        json.writeNumberProperty("unchanged", counts.unchanged());
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String name, Long number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }
}
