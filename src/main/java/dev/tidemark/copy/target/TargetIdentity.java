package dev.tidemark.copy.target;

/**
 * Tells a target from others.
 *
 * @param address where it is, as the configuration names it
 * @param server what its server tells of itself and of the database; the same after a move to another address
 */
public record TargetIdentity(String address, String server) {}
