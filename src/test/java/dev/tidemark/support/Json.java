package dev.tidemark.support;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that commands print, with another library than the one that wrote it. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** The document in {@code text}. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The element of {@code array} whose field {@code name} is {@code value}. */
    public static JsonNode find(JsonNode array, String name, String value) {
        return elements(array)
                .filter(element -> element.path(name).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " " + value + " in " + array));
    }

    /** The elements of an array, or the values of an object. */
    public static Stream<JsonNode> elements(JsonNode array) {
        return array.values().stream();
    }

    /** The values of an object's fields, in their order and separated by spaces. */
    public static String values(JsonNode object) {
        return elements(object).map(JsonNode::asString).collect(Collectors.joining(" "));
    }

    /** The names of an object's fields, in their order. */
    public static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
