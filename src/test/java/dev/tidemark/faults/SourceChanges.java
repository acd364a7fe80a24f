package dev.tidemark.faults;

import dev.tidemark.support.SakilaSchema;

/** Changes of every kind in the source, so that any load has something to write. */
final class SourceChanges {
    private SourceChanges() {}

    /** Makes the changes of this round, which differ from those of earlier rounds. */
    static void make(SakilaSchema sakila, int round) {
        sakila.execute(
                "INSERT INTO rental (rental_date, inventory_id, customer_id, return_date, staff_id) VALUES"
                        + " ('2025-03-01 10:00:00' + INTERVAL " + round + " MINUTE, 1, 2, '2025-03-04 09:00:00', 1),"
                        + " ('2025-03-02 11:00:00' + INTERVAL " + round + " MINUTE, 2, 3, NULL, 2)",
                "INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                        + " SELECT 2, 1, max(rental_id), 6.99, '2025-03-01 10:01:00' FROM rental",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id % 7 = " + round % 7,
                "UPDATE rental SET return_date = '2025-04-01 00:00:00' WHERE return_date IS NULL LIMIT 1",
                "DELETE FROM payment WHERE payment_id = (SELECT id FROM (SELECT min(payment_id) id FROM payment) least)",
                "UPDATE customer SET last_name = 'CHANGED " + round + "' WHERE customer_id % 3 = " + round % 3,
                "UPDATE film SET title = 'CHANGED " + round + "' WHERE film_id = " + (1 + round % 40),
                "UPDATE city SET city = 'Changed " + round + "' WHERE city_id = " + (1 + round % 30));
        makeSilently(sakila, round);
    }

    /** Makes changes without a new timestamp. */
    static void makeSilently(SakilaSchema sakila, int round) {
        sakila.execute(
                "UPDATE payment SET amount = amount + 2, last_update = last_update WHERE payment_id % 11 = " + round % 11,
                "UPDATE rental SET staff_id = 3 - staff_id, last_update = last_update WHERE rental_id % 13 = " + round % 13,
                "UPDATE inventory SET store_id = 3 - store_id, last_update = last_update WHERE inventory_id = "
                        + (1 + round % 120),
                "UPDATE country SET country = 'Silent " + round + "', last_update = last_update WHERE country_id = "
                        + (1 + round % 12),
                "UPDATE film SET title = 'SILENT " + round + "', last_update = last_update WHERE film_id = "
                        + (1 + (round + 20) % 40));
    }
}
