/**
 * Makes the plan of a copy from the configuration and from what both ends have, and proposes a configuration for a
 * source.
 */
package dev.tidemark.copy.planning;
