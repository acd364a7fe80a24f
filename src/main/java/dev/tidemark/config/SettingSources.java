package dev.tidemark.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings may come from, in falling order of precedence: flags, environment, file.
 *
 * @param flags the settings given on the command line, by {@link Setting}
 * @param environment the environment's variables
 * @param configFlag the file named on the command line
 */
public record SettingSources(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> configFlag) {}
