package dev.tidemark.star.load;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of an initialization.
 *
 * @param warehouse the file
 * @param migrations the number of schema migrations that were applied; 0 if the schema was current
 * @param restored the views and indexes that somebody had dropped and that were made anew, such as
 *     {@code view top_films}
 * @param source host, port and schema of the source
 * @param sourceVersion the server's version
 * @param sourceTables the number of tables that are read
 * @param tables the warehouse's tables and their rows
 */
@Serdeable
public record InitResult(
        String warehouse,
        int migrations,
        List<String> restored,
        String source,
        String sourceVersion,
        int sourceTables,
        List<TableRows> tables) {}
