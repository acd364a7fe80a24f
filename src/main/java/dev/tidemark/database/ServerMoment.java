package dev.tidemark.database;

import java.time.LocalDateTime;

/**
 * A server as it is when it is asked.
 *
 * @param clock its clock, UTC
 * @param connection the number of the asking connection in its lists
 * @param systemTimeZone the zone of its process, such as {@code UTC} or {@code CET}
 */
public record ServerMoment(LocalDateTime clock, long connection, String systemTimeZone) {}
