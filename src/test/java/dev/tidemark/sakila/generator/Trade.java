package dev.tidemark.sakila.generator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Rentals and their payments, in the order of time; a payment finds its rental again by making it again. */
record Trade(SakilaScale scale, long seed, Catalogue catalogue) {
    private static final LocalTime RENTAL_JOB = LocalTime.of(3, 30, 53);
    private static final LocalTime PAYMENT_JOB = LocalTime.of(4, 12, 30);

    /** A row of the table, without its number; {@code returned} is null while the copy is out. */
    private record Rental(LocalDateTime rented, int item, int customer, LocalDateTime returned, int staff) {}

    List<TableRows> tables() {
        return List.of(
                new TableRows(
                        "rental",
                        "rental_id, rental_date, inventory_id, customer_id, return_date, staff_id, last_update",
                        scale.rentals(), this::rentalRow),
                new TableRows(
                        "payment",
                        "payment_id, customer_id, staff_id, rental_id, amount, payment_date, last_update",
                        scale.payments(), this::paymentRow));
    }

    private Object[] rentalRow(int number) {
        Rental rental = rental(number);
        LocalDateTime changed = rental.returned == null ? rental.rented : rental.returned;
        return TableRows.row(
                number, rental.rented, rental.item, rental.customer, rental.returned, rental.staff,
                Timeline.touched(changed, RENTAL_JOB));
    }

    private Object[] paymentRow(int number) {
        int rentalNumber = 1 + (number - 1) % scale.rentals();
        Rental rental = rental(rentalNumber);
        return TableRows.row(
                number, rental.customer, rental.staff, isWithoutRental(number) ? null : rentalNumber,
                amount(rental, new RowRandom(seed, "payment", number)), rental.rented,
                Timeline.touched(rental.rented, PAYMENT_JOB));
    }

    private boolean isWithoutRental(int number) {
        int distance = scale.payments() / scale.paymentsWithoutRental();
        return number % distance == 0 && number / distance <= scale.paymentsWithoutRental();
    }

    private Rental rental(int number) {
        var random = new RowRandom(seed, "rental", number);
        LocalDateTime rented = Timeline.moment(number, scale.rentals());
        LocalDateTime returned = rented.plusMinutes(random.between(12 * 60, 10 * 24 * 60));
        return new Rental(
                rented,
                1 + Walk.over(scale.inventory(), seed).at(number - 1L),
                1 + random.below(scale.customers()),
                isOut(number) ? null : returned,
                1 + random.below(scale.staff()));
    }

    /** Every second one of the latest rentals is not returned yet. */
    private boolean isOut(int number) {
        int fromTheEnd = scale.rentals() - number;
        return fromTheEnd % 2 == 0 && fromTheEnd / 2 < scale.rentalsNotReturned();
    }

    /** The film's rate, and a dollar for every day after the third; seldom nothing at all. */
    private BigDecimal amount(Rental rental, RowRandom random) {
        if (random.onceIn(600)) {
            return new BigDecimal("0.00");
        }
        long days = rental.returned == null ? 0 : Duration.between(rental.rented, rental.returned).toDays();
        return catalogue.rateOfItem(rental.item).add(BigDecimal.valueOf(Math.max(0, days - 3)));
    }
}
