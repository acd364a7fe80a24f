package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The guide to the JSON that commands print. */
public final class JsonGuide {
    private static final String TEXT = text();

    private JsonGuide() {}

    /** Expects {@code json} to have the fields of {@code type}, in order, and the guide to name them all. */
    public static void expectFields(Class<? extends Record> type, JsonNode json) {
        List<String> names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
        names.forEach(name -> assertTrue(TEXT.contains("`" + name + "`"), () -> name + " is not in the guide"));
        assertEquals(names, Json.names(json), type.getSimpleName());
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/docs/json.md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
