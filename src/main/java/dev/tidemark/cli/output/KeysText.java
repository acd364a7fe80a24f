package dev.tidemark.cli.output;

import dev.tidemark.keys.KeyEntry;
import dev.tidemark.keys.KeyReader;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The keys of a warehouse, written as they are read. */
public final class KeysText {
    private KeysText() {}

    /** A line for each row; returns the number of rows. */
    public static long csv(Writer out, KeyReader reader, Optional<String> table) {
        Csv.write(out, "table", "natural_key", "surrogate_key");
        return reader.read(table, entry -> Csv.write(
                out, entry.table(), Long.toString(entry.naturalKey()), Long.toString(entry.surrogateKey())));
    }

    /** A list of {@link KeyEntry}; returns the number of rows. */
    public static long json(Writer out, KeyReader reader, Optional<String> table) {
        AtomicLong keys = new AtomicLong();
        JsonStream.write(out, json -> {
            json.writeStartArray();
            keys.set(reader.read(table, entry -> {
                json.writeStartObject();
                json.writeStringProperty("table", entry.table());
                json.writeNumberProperty("naturalKey", entry.naturalKey());
                json.writeNumberProperty("surrogateKey", entry.surrogateKey());
                json.writeEndObject();
            }));
            json.writeEndArray();
        });
        return keys.get();
    }
}
