package dev.tidemark.config;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of the configuration file: names, and a text, a list or another section below each. What is empty counts as
 * left out. In texts, <code>${NAME}</code> stands for a variable of the environment, and <code>$${</code> for
 * <code>${</code> itself.
 *
 * @param path the names that lead to it, parted by dots; empty for the whole file
 * @param content what stands below each name
 * @param file the file, for messages
 * @param environment the environment's variables
 */
record ConfigSection(String path, Map<?, ?> content, Path file, Map<String, String> environment) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$\\{|\\$\\{([^{}]*)}");

    /** The names in it, in order. */
    List<String> names() {
        return content.keySet().stream().map(String::valueOf).toList();
    }

    /** The path of a name in it. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The section below this name; anything else there is a usage failure. */
    Optional<ConfigSection> section(String name) {
        return switch (content.get(name)) {
            case null -> Optional.empty();
            case Map<?, ?> below -> Optional.of(new ConfigSection(path(name), below, file, environment));
            default ->
                throw TidemarkException.usage(
                        "Not a section: " + path(name) + " in " + file, "write names and their values below it");
        };
    }

    /** The sections in this one, by their names; below some there may be nothing. */
    Map<String, ConfigSection> sections() {
        Map<String, ConfigSection> sections = new LinkedHashMap<>();
        names().forEach(name -> sections.put(
                notEmpty(name, path(name)),
                section(name).orElseGet(() -> new ConfigSection(path(name), Map.of(), file, environment))));
        return sections;
    }

    /** The text below this name. */
    Optional<Given> text(String name) {
        return Optional.ofNullable(content.get(name))
                .map(value -> Given.inFile(textOf(value, path(name)), path(name), file));
    }

    /** The name that stands below this one, which is not empty. */
    Optional<String> name(String name) {
        return text(name).map(SettingChecks::name);
    }

    /** The names that stand below this one: a list, or one. */
    List<String> list(String name) {
        return switch (content.get(name)) {
            case null -> List.of();
            case List<?> values ->
                values.stream().map(value -> notEmpty(textOf(value, path(name)), path(name))).toList();
            default -> List.of(name(name).orElseThrow());
        };
    }

    /** The names that stand below the names in this section. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        names().forEach(name -> name(name).ifPresent(value -> pairs.put(notEmpty(name, path(name)), value)));
        return pairs;
    }

    /** Whether true stands below this name. */
    boolean isTrue(String name) {
        return text(name).filter(SettingChecks::truth).isPresent();
    }

    /** Throws a usage failure if there is a name in it other than these. */
    void requireOnly(Collection<String> known) {
        names().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(path(name), path(NearestName.to(name, known)), file);
        });
    }

    /** The failure of a key that means nothing. */
    static TidemarkException unknown(String key, String nearest, Path file) {
        return TidemarkException.usage(
                "Unknown setting \"" + key + "\" in " + file, "\"" + nearest + "\", the nearest name");
    }

    private String textOf(Object value, String key) {
        if (value == null || value instanceof Map || value instanceof Collection) {
            throw TidemarkException.usage(
                    "Not a text: " + key + " in " + file, "write one value, in quotes if need be");
        }
        return VARIABLE.matcher(value.toString()).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? "${" : variable(found.group(1), key)));
    }

    private String variable(String name, String key) {
        String value = environment.get(name);
        if (value == null) {
            throw TidemarkException.usage(
                    "The environment variable \"" + name + "\" is not set (" + key + " in " + file + ")",
                    "set it, or write $${ for the characters themselves");
        }
        return value;
    }

    private String notEmpty(String name, String key) {
        return SettingChecks.name(Given.inFile(name, key, file));
    }
}
