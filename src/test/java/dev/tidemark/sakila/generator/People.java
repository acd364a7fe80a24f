package dev.tidemark.sakila.generator;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** Stores, their staff and their customers. Stores and staff refer to each other. */
record People(SakilaScale scale, long seed) {
    private static final LocalTime NIGHTLY_JOB = LocalTime.of(2, 45, 11);
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2};

    List<TableRows> tables() {
        return List.of(
                new TableRows(
                        "store", "store_id, manager_staff_id, address_id, last_update", scale.stores(), this::store),
                new TableRows(
                        "staff",
                        "staff_id, first_name, last_name, address_id, picture, email, store_id, active, username,"
                                + " password, last_update",
                        scale.staff(), this::staff),
                new TableRows(
                        "customer",
                        "customer_id, store_id, first_name, last_name, email, address_id, active, create_date,"
                                + " last_update",
                        scale.customers(), this::customer));
    }

    private Object[] store(int number) {
        return TableRows.row(number, number, address(number), Timeline.MIGRATION);
    }

    private Object[] staff(int number) {
        var random = new RowRandom(seed, "staff", number);
        boolean hasPicture = number % 2 == 1;
        return TableRows.row(
                number,
                random.oneOf(Words.FIRST_NAMES),
                random.oneOf(Words.LAST_NAMES),
                address(scale.stores() + number),
                hasPicture ? PICTURE : null,
                "staff" + number + "@tidemark.example",
                1 + (number - 1) % scale.stores(),
                true,
                "staff" + number,
                hasPicture ? String.format(Locale.ROOT, "%040x", number) : null,
                Timeline.MIGRATION);
    }

    private Object[] customer(int number) {
        var random = new RowRandom(seed, "customer", number);
        LocalDateTime created = Timeline.moment(number, scale.customers() * 2);
        return TableRows.row(
                number,
                1 + random.below(scale.stores()),
                random.oneOf(Words.FIRST_NAMES),
                random.oneOf(Words.LAST_NAMES),
                random.onceIn(50) ? null : "customer" + number + "@mail.example",
                address(scale.stores() + scale.staff() + number),
                !random.onceIn(40),
                created,
                Timeline.touched(created, NIGHTLY_JOB));
    }

    /** Everybody has an address of their own as long as there are enough. */
    private int address(int person) {
        return 1 + (person - 1) % scale.addresses();
    }
}
