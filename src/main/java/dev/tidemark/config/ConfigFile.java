package dev.tidemark.config;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML configuration file. An unknown key is an error, so that no typing mistake goes unseen.
 *
 * @param path where it is
 * @param settings the settings that it gives
 * @param tables what it says about single tables
 */
record ConfigFile(Path path, Map<Setting, Given> settings, Map<String, CopySettings.Table> tables) {
    private static final Set<String> SECTIONS = Arrays.stream(Setting.values())
            .map(Setting::key)
            .filter(key -> key.contains("."))
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    static ConfigFile read(Path path, Map<String, String> environment) {
        ConfigSection whole = new ConfigSection("", parse(path), path, environment);
        Map<Setting, Given> settings = new EnumMap<>(Setting.class);
        addSettings(whole, settings);
        return new ConfigFile(
                path, settings, whole.section(TablesSection.KEY).map(TablesSection::read).orElse(Map.of()));
    }

    private static void addSettings(ConfigSection section, Map<Setting, Given> settings) {
        for (String name : section.names()) {
            String key = section.path(name);
            if (key.equals(TablesSection.KEY)) {
                continue;
            }
            Optional<Setting> setting = Setting.ofKey(key);
            if (setting.isPresent()) {
                section.text(name).ifPresent(given -> settings.put(setting.get(), given));
            } else if (SECTIONS.contains(key)) {
                section.section(name).ifPresent(below -> addSettings(below, settings));
            } else {
                throw unknown(key, section.file());
            }
        }
    }

    private static Map<?, ?> parse(Path file) {
        try {
            // Reads first, because the library reports an unreadable file as invalid YAML.
            Object content = yaml().load(Files.readString(file));
            return switch (content) {
                case null -> Map.of();
                case Map<?, ?> names -> names;
                default -> throw notYaml(file, "it holds no names of settings");
            };
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the configuration file " + file,
                    "check that it exists, that you may read it, and that it is text in UTF-8");
        } catch (MarkedYAMLException wrong) {
            // A password without quotes may be taken for an alias, and must not be shown.
            String problem = wrong.getProblem().replaceFirst("(?<=undefined alias) .*", "");
            throw notYaml(file, problem + " in line " + (wrong.getProblemMark().getLine() + 1));
        } catch (YAMLException wrong) {
            throw notYaml(file, wrong.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static TidemarkException notYaml(Path file, String problem) {
        return TidemarkException.usage(
                "The configuration file " + file + " is wrong: " + problem,
                "write it like \"warehouse: analytics.db\"");
    }

    // Keeps each value as text: YAML would read the password 0123 as the number 83. A value may begin with ! by mistake.
    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        SafeConstructor texts = new SafeConstructor(options) {
            @Override
            protected Construct getConstructor(Node node) {
                if (node instanceof ScalarNode && !node.getTag().equals(Tag.STR) && !node.getTag().equals(Tag.NULL)) {
                    throw new YAMLException("a value begins with ! in line " + (node.getStartMark().getLine() + 1)
                            + ", and has no quotes");
                }
                return super.getConstructor(node);
            }
        };
        return new Yaml(texts, new Representer(unused), unused, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.NULL, EMPTY, null);
            }
        });
    }

    private static TidemarkException unknown(String key, Path file) {
        List<String> known = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::key), Stream.of(TablesSection.KEY))
                .toList();
        return ConfigSection.unknown(key, NearestName.to(key, known), file);
    }
}
