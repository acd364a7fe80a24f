package dev.tidemark.cli.output;

import dev.tidemark.copy.keys.CopyKey;
import dev.tidemark.copy.keys.CopyKeyReader;
import dev.tidemark.copy.value.RowKey;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonGenerator;

/** The keys of a copy, written as they are read. */
public final class CopyKeysText {
    private CopyKeysText() {}

    /** A line for each row; returns the number of rows. */
    public static long csv(Writer out, CopyKeyReader reader, Optional<String> table) {
        AtomicLong count = new AtomicLong();
        Csv.write(out, "table", "source_key", "target_key");
        reader.read(table, (name, keys) -> keys.forEach(key -> {
            Csv.write(out, name, key.sourceText(), key.targetText());
            count.incrementAndGet();
        }));
        return count.get();
    }

    /** The keys in the target by table and by the key in the source as text; returns the number of rows. */
    public static long json(Writer out, CopyKeyReader reader, Optional<String> table) {
        AtomicLong count = new AtomicLong();
        JsonStream.write(out, json -> {
            json.writeStartObject();
            reader.read(table, (name, keys) -> {
                json.writeObjectPropertyStart(name);
                keys.forEach(key -> {
                    json.writeName(key.sourceText());
                    write(json, key);
                    count.incrementAndGet();
                });
                json.writeEndObject();
            });
            json.writeEndObject();
        });
        return count.get();
    }

    private static void write(JsonGenerator json, CopyKey key) {
        List<Object> values = key.targetValues();
        if (values.size() == 1) {
            write(json, values.getFirst());
            return;
        }
        json.writeStartArray();
        values.forEach(value -> write(json, value));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Long number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case String text -> json.writeString(text);
            default -> json.writeString(RowKey.text(RowKey.of(List.of(value))));
        }
    }
}
