package dev.tidemark.config;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The YAML configuration file. An unknown key is an error, so that no typing mistake goes unseen. */
final class ConfigFile {
    private ConfigFile() {}

    static Map<Setting, Given> read(Path file) {
        Map<Setting, Given> settings = new EnumMap<>(Setting.class);
        flatten("", parse(file)).forEach((key, text) -> {
            Setting setting = Setting.ofKey(key).orElseThrow(() -> unknown(key, file));
            settings.put(setting, Given.inFile(text, key, file));
        });
        return settings;
    }

    private static Object parse(Path file) {
        try {
            // Reads first, because the library reports an unreadable file as invalid YAML.
            Object content = yaml().load(Files.readString(file));
            if (content != null && !(content instanceof Map)) {
                throw notYaml(file, "it holds no names of settings");
            }
            return content;
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the configuration file " + file,
                    "check that it exists, that you may read it, and that it is text in UTF-8");
        } catch (MarkedYAMLException wrong) {
            throw notYaml(file, wrong.getProblem() + " in line " + (wrong.getProblemMark().getLine() + 1));
        } catch (YAMLException wrong) {
            throw notYaml(file, wrong.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static TidemarkException notYaml(Path file, String problem) {
        return TidemarkException.usage(
                "The configuration file " + file + " is wrong: " + problem,
                "write it like \"warehouse: analytics.db\"");
    }

    // Keeps each value as text: YAML would read the password 0123 as the number 83.
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.NULL, EMPTY, null);
            }
        });
    }

    private static Map<String, String> flatten(String prefix, Object node) {
        Map<String, String> flat = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flat.putAll(flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value)));
        } else if (node != null) {
            flat.put(prefix, node.toString());
        }
        return flat;
    }

    private static TidemarkException unknown(String key, Path file) {
        String nearest = NearestName.to(key, Arrays.stream(Setting.values()).map(Setting::key).toList());
        return TidemarkException.usage(
                "Unknown setting \"" + key + "\" in " + file, "\"" + nearest + "\", the nearest name");
    }
}
