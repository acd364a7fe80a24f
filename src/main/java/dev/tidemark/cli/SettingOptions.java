package dev.tidemark.cli;

import dev.tidemark.config.Setting;
import java.nio.file.Path;
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
        for (Setting setting : Setting.values()) {
            setting.flag().ifPresent(flag -> command.addOption(option(flag, setting)
                    .paramLabel(setting.valueLabel().orElseThrow())
                    .description(description(setting))
                    .scopeType(ScopeType.INHERIT)
                    .setter(setter(root, setting))
                    .build()));
        }
        return command;
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

    private static ISetter setter(RootCommand root, Setting setting) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                root.give(setting, (String) value);
                return value;
            }
        };
    }
}
