package dev.tidemark.packaging;

import dev.tidemark.support.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the project tells GraalVM of its reflection and resources.
 *
 * @param types by the name of a type, what of it can be reached
 * @param proxies the interfaces that can be implemented at run time
 * @param globs patterns of the resources that are there
 * @param bundles names of resource bundles
 */
record NativeMetadata(
        Map<String, JsonNode> types, Set<String> proxies, Set<String> globs, Set<String> bundles) {
    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/dev.tidemark/tidemark/reachability-metadata.json");

    static NativeMetadata read() throws IOException {
        JsonNode file = Json.parse(Files.readString(FILE));
        Map<String, JsonNode> types = new HashMap<>();
        elements(file, "reflection").filter(entry -> entry.get("type").isString()).forEach(entry -> {
            if (types.put(entry.get("type").asString(), entry) != null) {
                throw new AssertionError("Twice: " + entry);
            }
        });
        Set<String> proxies = elements(file, "reflection")
                .filter(entry -> !entry.get("type").isString())
                .map(entry -> entry.get("type").get("proxy").get(0).asString())
                .collect(Collectors.toSet());
        return new NativeMetadata(types, proxies, texts(file, "glob"), texts(file, "bundle"));
    }

    /** Whether this of a type, such as {@code allPublicMethods}, can be reached. */
    boolean has(String type, String what) {
        return types.containsKey(type) && types.get(type).path(what).asBoolean(false);
    }

    /** Whether a resource is there. */
    boolean hasResource(String name) {
        return globs.stream()
                .anyMatch(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name)));
    }

    private static Set<String> texts(JsonNode file, String kind) {
        return elements(file, "resources")
                .filter(entry -> entry.has(kind))
                .map(entry -> entry.get(kind).asString())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> elements(JsonNode file, String name) {
        return Json.elements(file.get(name));
    }
}
