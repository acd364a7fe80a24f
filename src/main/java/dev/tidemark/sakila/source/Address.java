package dev.tidemark.sakila.source;

/**
 * An address of a store, a customer or a member of staff.
 *
 * @param addressId natural key
 */
public record Address(long addressId, long cityId) {}
