package dev.tidemark.exactness;

import dev.tidemark.exactness.SourceCopy.Way;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups that were taken before the last run and are restored after it: contents and timestamps go back. */
@OneIn(3)
class RestoresTest {
    private static final String[] CHANGES = {
        "UPDATE country SET country = CONCAT('New ', country_id)",
        "UPDATE city SET city = CONCAT('New ', city_id), country_id = MOD(country_id, 5) + 1",
        "UPDATE address SET city_id = MOD(city_id, 7) + 1",
        "UPDATE language SET name = CONCAT('New ', language_id)",
        "UPDATE category SET name = CONCAT('New ', category_id)",
        "UPDATE actor SET last_name = 'NEW' WHERE actor_id < 9",
        "INSERT INTO actor (actor_id, first_name, last_name) VALUES (900, 'NEW', 'NEW')",
        "UPDATE staff SET store_id = 3 - store_id",
        "UPDATE store SET address_id = MOD(address_id, 7) + 3",
        "UPDATE customer SET first_name = 'NEW', active = 1 - active WHERE MOD(customer_id, 3) = 0",
        "UPDATE film SET title = CONCAT('NEW ', film_id), language_id = 3 WHERE film_id > 9",
        "UPDATE film SET film_id = 500 WHERE film_id = 5",
        "INSERT INTO film_actor (film_id, actor_id) VALUES (9, 900)",
        "DELETE FROM film_category WHERE film_id < 9",
        "UPDATE inventory SET film_id = MOD(film_id, 4) + 1 WHERE inventory_id > 20",
        "DELETE FROM rental WHERE rental_id BETWEEN 30 AND 60",
        "UPDATE rental SET return_date = NULL WHERE rental_id > 200",
        "UPDATE payment SET amount = amount + 1 WHERE MOD(payment_id, 2) = 0",
        "DELETE FROM payment WHERE payment_id < 9"
    };

    @AutoClose
    private static final Mirror MIRROR = Mirror.small().load();

    private static final SakilaSchema SAKILA = MIRROR.source();
    private static final SourceCopy COPY = SourceCopy.of(SAKILA);

    @ParameterizedTest
    @EnumSource
    void ofOneTableAreFound(SourceTables table) {
        Way way = Way.values()[table.ordinal() % Way.values().length];

        requireExactOnceRestored(way, List.of(table));
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralTablesAreFound(Way way) {
        requireExactOnceRestored(
                way, EnumSet.of(SourceTables.CITY, SourceTables.FILM, SourceTables.INVENTORY, SourceTables.RENTAL));
        requireExactOnceRestored(way, EnumSet.of(SourceTables.CUSTOMER, SourceTables.STAFF, SourceTables.PAYMENT));
    }

    @ParameterizedTest
    @EnumSource
    void ofTheWholeSchemaAreFound(Way way) {
        requireExactOnceRestored(way, EnumSet.allOf(SourceTables.class));
    }

    @Test
    void ofTheSchemaThatWasDroppedAreFound() {
        try (Mirror mirror = Mirror.small().load();
                SakilaSchema backup = SakilaSchema.small()) {
            mirror.source().execute(CHANGES);
            mirror.requireExactAfterIncremental();
            String tables = Arrays.stream(SourceTables.values())
                    .map(table -> "CREATE TABLE %1$s LIKE %2$s.%1$s; INSERT INTO %1$s SELECT * FROM %2$s.%1$s"
                            .formatted(table.table(), backup.name()))
                    .reduce("", (all, one) -> all + "; " + one);
            mirror.source().execute("DROP SCHEMA %1$s; CREATE SCHEMA %1$s DEFAULT CHARACTER SET utf8mb4; USE %1$s"
                            .formatted(mirror.source().name())
                    + tables);

            mirror.requireExactAfterIncremental();
        }
    }

    private static void requireExactOnceRestored(Way way, Collection<SourceTables> tables) {
        // An earlier test may have changed anything: restores the copy, with its foreign keys.
        restore(Way.RECREATE, EnumSet.allOf(SourceTables.class));
        SAKILA.execute(CHANGES);
        MIRROR.requireExactAfterIncremental();
        MIRROR.trustMarks();

        restore(way, tables);

        MIRROR.requireExactAfterIncremental();
    }

    private static void restore(Way way, Collection<SourceTables> tables) {
        SAKILA.execute(COPY.restoring(way, tables).toArray(String[]::new));
    }

    @Test
    void ofTablesThatWereEmptiedAtOnceAreFound() {
        for (SourceTables table : SourceTables.values()) {
            SAKILA.execute(SourceCopy.UNCHECKED, "TRUNCATE TABLE " + table.table());
            MIRROR.requireExactAfterIncremental();
        }
        restore(Way.TRUNCATE, EnumSet.allOf(SourceTables.class));

        MIRROR.requireExactAfterIncremental();
    }

    @Test
    void ofATableThatIsEmptiedAndRefilledWithOtherRowsAreFound() {
        restore(Way.RECREATE, EnumSet.allOf(SourceTables.class));
        MIRROR.requireExactAfterIncremental();
        SAKILA.execute(Stream.concat(
                        Stream.of(SourceCopy.UNCHECKED),
                        Stream.of(SourceTables.values())
                                .filter(SourceTables::hasOwnKey)
                                .map(table -> ("TRUNCATE TABLE %1$s; INSERT INTO %1$s SELECT * FROM kept_%1$s"
                                                + " WHERE MOD(%1$s_id, 3) > 0")
                                        .formatted(table.table())))
                .toArray(String[]::new));

        MIRROR.requireExactAfterIncremental();
    }

    /** The server's times are the same for two tables that were created and filled in the same second. */
    @Test
    void byATableThatWasMadeInTheSameSecondAreFound() {
        try (Mirror mirror = Mirror.small()) {
            mirror.source().execute(
                    SourceCopy.UNCHECKED,
                    "DO SLEEP(1.1 - MICROSECOND(NOW(6)) / 1000000)",
                    "CREATE TABLE one LIKE category; CREATE TABLE two LIKE category;"
                            + " INSERT INTO one SELECT * FROM category; INSERT INTO two SELECT * FROM category;"
                            + " UPDATE two SET name = CONCAT('Two ', category_id), last_update = last_update",
                    "DROP TABLE category; RENAME TABLE one TO category",
                    "DO SLEEP(" + (mirror.source().server().isMariaDb() ? 0 : 4) + ")");
            mirror.load();
            mirror.trustMarks();

            mirror.source().execute(SourceCopy.UNCHECKED, "RENAME TABLE category TO one, two TO category");

            mirror.requireExactAfterIncremental();
        }
    }
}
