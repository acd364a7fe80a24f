package dev.tidemark.copy.value;

import java.util.function.UnaryOperator;

/**
 * A change of values on their way, asked for by the configuration.
 *
 * @param name the name in the configuration, such as {@code lowercase}
 * @param function takes and returns a stored value, which is never null on the way in; may return null or a
 *     {@link BadValue}
 */
public record Transform(String name, UnaryOperator<Object> function) {}
