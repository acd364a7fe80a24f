package dev.tidemark.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Results as JSON. What writes it has a context of its own, which a command that prints text never starts. */
final class JsonText {
    private static final Map<String, Object> EVERY_FIELD = Map.of("micronaut.serde.serialization.inclusion", "ALWAYS");

    private JsonText() {}

    /** A result as one JSON document. */
    static String of(Object result) {
        try (ApplicationContext context = Context.of(Definitions.JSON, EVERY_FIELD)) {
            return context.getBean(ObjectMapper.class).writeValueAsString(result);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
