package dev.tidemark.packaging;

import dev.tidemark.support.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the project tells GraalVM of its reflection and resources, and of its libraries'.
 *
 * @param types by the name of a type, what of it can be reached
 * @param proxies the interfaces that can be implemented at run time, each time together
 * @param globs patterns of the resources that are there
 * @param bundles names of resource bundles
 */
record NativeMetadata(
        Map<String, JsonNode> types, Set<List<String>> proxies, Set<String> globs, Set<String> bundles) {
    private static final Path FOLDER = Path.of("target/classes/META-INF/native-image/dev.tidemark");

    static NativeMetadata read() throws IOException {
        NativeMetadata all = new NativeMetadata(new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Json.parse(Files.readString(file)));
            }
        }
        return all;
    }

    private void add(JsonNode file) {
        elements(file, "reflection").forEach(entry -> {
            JsonNode type = entry.get("type");
            boolean added = type.isString()
                    ? types.put(type.asString(), entry) == null
                    : proxies.add(Json.elements(type.get("proxy")).map(JsonNode::asString).toList());
            if (!added) {
                throw new AssertionError("Twice: " + entry);
            }
        });
        globs.addAll(texts(file, "glob"));
        bundles.addAll(texts(file, "bundle"));
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
