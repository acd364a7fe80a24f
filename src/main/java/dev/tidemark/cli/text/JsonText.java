package dev.tidemark.cli.text;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Results as JSON. */
public final class JsonText {
    private static final Map<String, Object> EVERY_FIELD = Map.of("micronaut.serde.serialization.inclusion", "ALWAYS");

    private JsonText() {}

    /** A result as one JSON document. */
    public static String of(Object result) {
        try {
            return ObjectMapper.create(EVERY_FIELD, "dev.tidemark").writeValueAsString(result);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
