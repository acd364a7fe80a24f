package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TemporaryFolder;
import dev.tidemark.support.TidemarkCli;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsigned keys work if the warehouse can hold them; larger keys and keys that are not numbers are refused. */
@OneIn(3)
class RefusedKeysTest {
    private static final int REFUSED = 3;
    private static final String BEYOND = "9223372036854775808";

    @AutoClose
    private static final Mirror MIRROR = withoutSigns();

    private static final SakilaSchema SAKILA = MIRROR.source();

    private static Mirror withoutSigns() {
        Mirror mirror = Mirror.small();
        WideKeys.widen(mirror.source(), "BIGINT UNSIGNED");
        return mirror.load();
    }

    @Test
    void upToTheLargestNumberOf63BitsAreFollowed() {
        WideKeys.move(SAKILA, Long.MAX_VALUE - 400);
        MIRROR.requireExactAfterIncremental();
        SAKILA.execute("UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id = "
                + Long.MAX_VALUE);
        MIRROR.requireExactAfterIncremental();
        MIRROR.tidemark().succeed("validate", "--all");
        MIRROR.tidemark().succeed("full-load");
        MIRROR.requireExact();
        WideKeys.move(SAKILA, -(Long.MAX_VALUE - 400));

        MIRROR.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "country.country_id", "city.city_id", "city.country_id", "address.address_id", "address.city_id",
        "language.language_id", "category.category_id", "actor.actor_id", "staff.staff_id", "staff.store_id",
        "store.store_id", "store.address_id", "customer.customer_id", "customer.address_id", "film.film_id",
        "film.language_id", "film.original_language_id", "film_actor.film_id", "film_actor.actor_id",
        "film_category.film_id", "film_category.category_id", "inventory.inventory_id", "inventory.film_id",
        "inventory.store_id", "rental.rental_id", "rental.inventory_id", "rental.customer_id", "rental.staff_id",
        "payment.payment_id", "payment.customer_id", "payment.staff_id", "payment.rental_id"
    })
    void beyondThatAreRefusedByName(String column) {
        String table = column.substring(0, column.indexOf('.'));
        MIRROR.requireExactAfterIncremental();
        Star before = StarReader.read(MIRROR.warehouse());
        SAKILA.execute(
                "CREATE TABLE kept AS SELECT * FROM " + table,
                "UPDATE %1$s SET %2$s = %3$s, last_update = last_update ORDER BY %2$s DESC LIMIT 1"
                        .formatted(table, column, BEYOND));
        try {
            requireRefusal(MIRROR.tidemark(), List.of("incremental"), column);
            if (column.startsWith("payment.")) {
                requireRefusal(MIRROR.tidemark(), List.of("incremental", "--deep"), column);
                requireRefusal(MIRROR.tidemark(), List.of("incremental", "--detect", "timestamps"), column);
                requireRefusal(MIRROR.tidemark(), List.of("full-load"), column);
            }
            requireRefusal(MIRROR.tidemark(), List.of("check"), column);
            requireRefusalByInit(SAKILA, column);
            assertEquals(before, StarReader.read(MIRROR.warehouse()), "Something was kept");
        } finally {
            SAKILA.execute(
                    "DELETE FROM " + table,
                    "INSERT INTO %s SELECT * FROM kept".formatted(table),
                    "DROP TABLE kept");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "film, film_id, VARCHAR(20)", "customer, customer_id, 'DECIMAL(20, 0)'", "payment, payment_id, DOUBLE",
        "film_actor, actor_id, VARCHAR(20)", "address, address_id, 'DECIMAL(9, 2)'", "staff, staff_id, CHAR(9)",
        "language, language_id, BINARY(8)", "film_category, film_id, FLOAT"
    })
    void thatAreNoWholeNumbersAreRefusedByName(String table, String column, String type) {
        try (Mirror mirror = Mirror.small().load()) {
            WideKeys.dropForeignKeys(mirror.source());
            mirror.source().execute("ALTER TABLE %s MODIFY %s %s NOT NULL".formatted(table, column, type));
            String name = table + "." + column;

            for (List<String> command : List.of(List.of("incremental"), List.of("full-load"), List.of("check"))) {
                requireRefusal(mirror.tidemark(), command, name);
            }
            requireRefusalByInit(mirror.source(), name);
        }
    }

    private static void requireRefusalByInit(SakilaSchema source, String column) {
        try (TemporaryFolder other = TemporaryFolder.create("other")) {
            TidemarkCli tidemark = TidemarkCli.of(source, other.path().resolve("analytics.db"));
            requireRefusal(tidemark, List.of("init"), column);
        }
    }

    private static void requireRefusal(TidemarkCli tidemark, List<String> command, String column) {
        TidemarkCli.Result result = tidemark.run(command.toArray(String[]::new)).exitingWith(REFUSED);
        String said = result.out() + result.err();
        assertTrue(said.contains(column) && (said.contains("the largest number that the star holds")
                || said.contains("not a whole number")), command + " does not name " + column + "\n" + said);
    }
}
