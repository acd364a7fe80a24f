package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are altered, replaced by views, partitioned or stripped of their keys. */
@OneIn(3)
class ReshapedTablesTest {
    @AutoClose
    private static final Mirror ALTERED = Mirror.small().load();

    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE actor RENAME COLUMN first_name TO last_name, RENAME COLUMN last_name TO first_name",
        "ALTER TABLE customer RENAME COLUMN first_name TO last_name, RENAME COLUMN last_name TO first_name",
        "ALTER TABLE film RENAME COLUMN rental_rate TO replacement_cost, RENAME COLUMN replacement_cost TO rental_rate",
        "ALTER TABLE film DROP COLUMN description, ADD COLUMN description TEXT",
        "ALTER TABLE film DROP COLUMN special_features; ALTER TABLE film ADD COLUMN special_features TEXT AFTER title",
        "ALTER TABLE film DROP COLUMN length, ADD COLUMN length INT DEFAULT 77",
        "ALTER TABLE customer DROP COLUMN active; ALTER TABLE customer ADD COLUMN active BOOLEAN NOT NULL DEFAULT 0",
        "ALTER TABLE payment DROP COLUMN amount; ALTER TABLE payment ADD COLUMN amount DECIMAL(9, 2) DEFAULT 1.25",
        "ALTER TABLE rental DROP COLUMN return_date; ALTER TABLE rental ADD COLUMN return_date DATETIME",
        "ALTER TABLE country DROP COLUMN country; ALTER TABLE country ADD COLUMN country VARCHAR(9) DEFAULT 'None'",
        "ALTER TABLE film MODIFY title CHAR(4) CHARACTER SET latin1 NOT NULL",
        "ALTER TABLE film MODIFY rating ENUM ('NC-17', 'G', 'R', 'PG', 'PG-13') DEFAULT NULL;"
                + " UPDATE film SET rating = 'R', last_update = last_update WHERE rating = 'G'",
        "ALTER TABLE film MODIFY rental_rate DECIMAL(5, 1) NOT NULL"
    })
    void showWhatTheyHoldNow(String change) {
        Star before = StarReader.read(ALTERED.warehouse());
        ALTERED.source().execute("SET SESSION sql_mode = ''; " + change);

        ALTERED.requireExactAfterIncremental();

        assertNotEquals(before, StarReader.read(ALTERED.warehouse()), "The star should show the change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1", "utf8mb3", "utf16", "ucs2", "utf32", "utf8mb4 COLLATE utf8mb4_bin"})
    void mayHaveAnyCharacterSet(String charset) {
        sakila.execute(
                "UPDATE film SET title = CONCAT('Ånø ', film_id), description = 'é'",
                "UPDATE city SET city = 'Zürich' WHERE city_id < 9",
                "UPDATE actor SET last_name = 'Åström'");
        mirror.load();
        sakila.execute(
                "ALTER TABLE film MODIFY title VARCHAR(99) CHARACTER SET " + charset,
                "ALTER TABLE film MODIFY description TEXT CHARACTER SET " + charset,
                "ALTER TABLE actor MODIFY last_name VARCHAR(99) CHARACTER SET " + charset,
                "ALTER TABLE city MODIFY city VARBINARY(200)");
        mirror.requireExactAfterIncremental();

        sakila.execute(
                "UPDATE film SET title = 'Äne', description = 'è', last_update = last_update WHERE film_id = 3",
                "UPDATE actor SET last_name = CONCAT(last_name, ' ß'), last_update = last_update",
                "UPDATE city SET city = 'ZÜRICH', last_update = last_update WHERE city_id < 9");
        mirror.requireExactAfterIncremental();
    }

    @Test
    void mayHoldTextsAsBytes() {
        sakila.execute(
                "ALTER TABLE film MODIFY description BLOB", "UPDATE film SET description = X'C3A9' WHERE film_id = 3");
        mirror.load();
        // Each change has its own run: another change in the same range would have this row read too.
        for (String bytes : new String[] {"C3A8", "FF41", "FF42", "FF", "", "EFBFBD42", "C3", "2D"}) {
            sakila.execute("UPDATE film SET description = X'%s', last_update = last_update WHERE film_id = 3"
                    .formatted(bytes));

            mirror.incremental();
            mirror.requireEqualToFullLoad();
        }
    }

    @Test
    void mayBeReplacedByViews() {
        mirror.load();
        for (String table : new String[] {"film", "city", "inventory", "payment"}) {
            sakila.execute(
                    "RENAME TABLE %1$s TO %1$s_base; CREATE VIEW %1$s AS SELECT * FROM %1$s_base".formatted(table));
        }
        mirror.requireExactAfterIncremental();
        mirror.trustMarks();
        sakila.execute(
                "UPDATE film_base SET title = 'BASE', last_update = last_update WHERE film_id < 5",
                "UPDATE city_base SET city = 'Base', last_update = last_update",
                "UPDATE inventory_base SET store_id = 3 - store_id, last_update = last_update WHERE inventory_id < 50",
                "UPDATE payment_base SET amount = amount + 1, last_update = last_update WHERE payment_id < 50");
        mirror.requireExactAfterIncremental();
        mirror.trustMarks();
        sakila.execute(
                "CREATE OR REPLACE VIEW film AS SELECT * FROM film_base WHERE film_id < 30",
                "CREATE OR REPLACE VIEW city AS SELECT city_id, UPPER(city) AS city, country_id, last_update"
                        + " FROM city_base");
        mirror.requireExactAfterIncremental();
        mirror.trustMarks();
        for (String table : new String[] {"film", "city", "inventory", "payment"}) {
            sakila.execute("DROP VIEW %1$s; RENAME TABLE %1$s_base TO %1$s".formatted(table));
        }
        mirror.requireExactAfterIncremental();
    }

    @Test
    void mayExchangeLoseAndEmptyPartitions() {
        WideKeys.dropForeignKeys(sakila);
        sakila.execute(
                "ALTER TABLE payment PARTITION BY RANGE (payment_id) (PARTITION low VALUES LESS THAN (200),"
                        + " PARTITION middle VALUES LESS THAN (300), PARTITION high VALUES LESS THAN MAXVALUE)",
                "CREATE TABLE other LIKE payment",
                "ALTER TABLE other REMOVE PARTITIONING",
                "INSERT INTO other SELECT * FROM payment WHERE payment_id < 200",
                "UPDATE other SET amount = amount + 1, last_update = last_update WHERE MOD(payment_id, 9) = 0");
        mirror.load();
        for (String change : new String[] {
            "EXCHANGE PARTITION low WITH TABLE other", "TRUNCATE PARTITION middle",
            "EXCHANGE PARTITION low WITH TABLE other", "DROP PARTITION low", "REMOVE PARTITIONING"
        }) {
            mirror.trustMarks();
            sakila.execute("ALTER TABLE payment " + change);
            mirror.requireExactAfterIncremental();
        }
    }

    /** The server's times are the same before and after, because both tables were filled in the same second. */
    @Test
    void mayBeExchangedForAPartitionOfAnotherTable() {
        WideKeys.dropForeignKeys(sakila);
        sakila.execute(
                "DO SLEEP(1.1)",
                "CREATE TABLE other LIKE payment",
                "ALTER TABLE other PARTITION BY RANGE (payment_id) (PARTITION every_one VALUES LESS THAN MAXVALUE)",
                "DO SLEEP(1.1 - MICROSECOND(NOW(6)) / 1000000)",
                "INSERT INTO other SELECT * FROM payment; UPDATE other SET amount = 7, last_update = last_update;"
                        + " UPDATE payment SET amount = 3, last_update = last_update",
                "DO SLEEP(" + (sakila.server().isMariaDb() ? 0 : 4) + ")");
        mirror.load();
        mirror.trustMarks();

        sakila.execute("ALTER TABLE other EXCHANGE PARTITION every_one WITH TABLE payment");

        mirror.requireExactAfterIncremental();
    }

    @Test
    void mayHaveNoPrimaryKey() {
        WideKeys.dropForeignKeys(sakila);
        for (SourceTables table : SourceTables.values()) {
            if (table.hasOwnKey()) {
                sakila.execute("ALTER TABLE %1$s MODIFY %1$s_id INT UNSIGNED NOT NULL, DROP PRIMARY KEY"
                        .formatted(table.table()));
            } else {
                sakila.execute("ALTER TABLE %s DROP PRIMARY KEY".formatted(table.table()));
            }
        }
        mirror.load();
        mirror.requireExact();

        sakila.execute(
                "UPDATE film SET title = 'KEYLESS', last_update = last_update WHERE film_id < 5",
                "UPDATE film_actor SET actor_id = 99, last_update = last_update WHERE film_id = 4 LIMIT 1",
                "INSERT INTO actor VALUES (99, 'KEY', 'LESS', '2000-01-01')",
                "UPDATE city SET city_id = city_id + 1000, last_update = last_update WHERE city_id < 5",
                "DELETE FROM rental WHERE rental_id BETWEEN 100 AND 120",
                "UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id BETWEEN 7 AND 9");
        mirror.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "film", "film_actor", "film_category", "city", "inventory"})
    void mayNotHoldAKeyTwice(String table) {
        WideKeys.dropForeignKeys(sakila);
        sakila.execute(
                "ALTER TABLE %1$s MODIFY %2$s INT UNSIGNED NOT NULL, DROP PRIMARY KEY"
                        .formatted(table, table.startsWith("film_") ? "film_id" : table + "_id"));
        mirror.load();
        Star before = StarReader.read(mirror.warehouse());
        sakila.execute("INSERT INTO %1$s SELECT * FROM %1$s LIMIT 1".formatted(table));

        String complaint = mirror.tidemark().run("incremental").exitingWith(3).complaint();

        assertTrue(complaint.contains("The source's " + table + " holds the key "), complaint);
        before.requireEqual("Something was kept.", StarReader.read(mirror.warehouse()));
    }
}
