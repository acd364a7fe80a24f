package dev.tidemark.cli;

import dev.tidemark.config.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Adds an option to the root command for each setting that has one; the other commands inherit it. */
public final class SettingOptions implements IModelTransformer {
    /** Called by picocli. */
    public SettingOptions() {}

    @Override
    public CommandSpec transform(CommandSpec command) {
        RootCommand root = (RootCommand) command.userObject();
        add(command, Arrays.stream(Setting.values()), root::give);
        return command;
    }

    /**
     * Adds an option to {@code command} for each of {@code settings} that has one; its subcommands inherit it.
     *
     * @param taker takes the value of a setting; null removes it
     */
    public static void add(CommandSpec command, Stream<Setting> settings, BiConsumer<Setting, String> taker) {
        settings.forEach(setting -> setting.flag().ifPresent(flag -> command.addOption(option(flag, setting)
                .paramLabel(setting.valueLabel().orElseThrow())
                .description(description(setting))
                .scopeType(ScopeType.INHERIT)
                .setter(setter(taker, setting))
                .build())));
    }

    // The type has the shell complete the names of files. The settings check them, so no converter is to do it.
    private static OptionSpec.Builder option(String flag, Setting setting) {
        if (setting.isFile()) {
            return OptionSpec.builder(flag).type(Path.class).converters(text -> text);
        }
        OptionSpec.Builder option = OptionSpec.builder(flag).type(String.class);
        return setting.choices().isEmpty() ? option : option.completionCandidates(setting.choices());
    }

    private static String description(Setting setting) {
        String fallback = setting.defaultText().map(text -> " Default " + text + ".").orElse("");
        return (setting.description() + fallback + " (" + setting.variable() + ")").replace("%", "%%");
    }

    private static ISetter setter(BiConsumer<Setting, String> taker, Setting setting) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                taker.accept(setting, (String) value);
                return value;
            }
        };
    }
}
