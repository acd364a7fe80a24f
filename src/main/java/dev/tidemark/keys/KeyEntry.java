package dev.tidemark.keys;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A row's two keys.
 *
 * @param table the table of the warehouse
 * @param naturalKey the key in the source
 * @param surrogateKey the key that the warehouse gave, which stays as long as the row does
 */
@Serdeable
public record KeyEntry(String table, long naturalKey, long surrogateKey) {}
