package dev.tidemark.config;

/**
 * A setting in force, as people read it.
 *
 * @param key its path in the configuration file
 * @param value its value, a secret one masked; null where there is none
 * @param origin the place that gave it, such as {@code environment variable TIDEMARK_WAREHOUSE}; null where none did
 */
public record SettingInForce(String key, String value, String origin) {}
