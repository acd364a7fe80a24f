package dev.tidemark.cli;

import static dev.tidemark.check.Finding.ok;
import static dev.tidemark.check.Finding.warning;

import dev.tidemark.check.Finding;
import dev.tidemark.config.Setting;
import dev.tidemark.config.SettingInForce;
import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the configuration: lists the settings in force and warns of likely mistakes. */
final class ConfigurationChecks {
    private static final String AREA = "configuration";
    private static final String PREFIX = "TIDEMARK_";
    private static final Set<String> OTHER_VARIABLES =
            Set.of("TIDEMARK_CONFIG", "TIDEMARK_JAVA_OPTIONS", "TIDEMARK_USUAL_FOLDERS_PREFIX");

    private ConfigurationChecks() {}

    static List<Finding> of(
            List<SettingInForce> settings, Map<Setting, Path> secretFiles, Map<String, String> environment) {
        return Stream.of(
                        settings.stream().filter(setting -> setting.value() != null).map(ConfigurationChecks::setting),
                        secretFiles.entrySet().stream()
                                .flatMap(secret -> secretFile(secret.getKey(), secret.getValue())),
                        environment.keySet().stream().sorted().flatMap(ConfigurationChecks::variable))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Finding setting(SettingInForce setting) {
        return ok(AREA, setting.key(), setting.value() + ", from " + setting.origin());
    }

    private static Stream<Finding> secretFile(Setting setting, Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)
                    ? Stream.of(warning(
                            AREA, setting.key(), file + " can be read by everybody", "chmod 600 " + file))
                    : Stream.empty();
        } catch (IOException unreadable) {
            return Stream.of(warning(
                    AREA,
                    setting.key(),
                    "cannot tell who can read " + file + ": " + FileProblem.of(unreadable),
                    "check that it exists and that you may read it, or leave the setting out"));
        } catch (UnsupportedOperationException noPermissionsHere) {
            return Stream.empty();
        }
    }

    private static Stream<Finding> variable(String name) {
        List<String> known = Arrays.stream(Setting.values()).map(Setting::variable).toList();
        return name.startsWith(PREFIX) && !known.contains(name) && !OTHER_VARIABLES.contains(name)
                ? Stream.of(warning(
                        AREA,
                        "environment",
                        "the variable " + name + " means nothing to Tidemark",
                        NearestName.to(name, known) + ", the nearest name"))
                : Stream.empty();
    }
}
