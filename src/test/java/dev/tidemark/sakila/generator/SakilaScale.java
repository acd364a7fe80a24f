package dev.tidemark.sakila.generator;

/** How many rows each table gets; {@code film_category} has one for each film. */
public record SakilaScale(
        int languages, int categories, int actors, int films, int filmActors, int countries, int cities, int addresses,
        int stores, int staff, int customers, int inventory, int rentals, int payments) {

    private static final int MOST_OF_TINYINT = 255;
    private static final int MOST_OF_SMALLINT = 65_535;
    private static final int MOST_OF_MEDIUMINT = 16_777_215;

    public SakilaScale {
        check("languages", languages, MOST_OF_TINYINT);
        check("categories", categories, MOST_OF_TINYINT);
        check("actors", actors, MOST_OF_SMALLINT);
        check("films", films, MOST_OF_SMALLINT);
        check("filmActors", filmActors, (long) castFilms(films) * actors);
        check("countries", countries, MOST_OF_SMALLINT);
        check("cities", cities, MOST_OF_SMALLINT);
        check("addresses", addresses, MOST_OF_SMALLINT);
        check("staff", staff, MOST_OF_TINYINT);
        check("stores (each has a manager among the staff)", stores, staff);
        check("customers", customers, MOST_OF_SMALLINT);
        check("inventory", inventory, MOST_OF_MEDIUMINT);
        check("rentals", rentals, Integer.MAX_VALUE);
        check("payments", payments, Integer.MAX_VALUE);
    }

    /** As many rows of every kind as genuine Sakila has. */
    public static SakilaScale genuine() {
        return new SakilaScale(6, 16, 200, 1_000, 5_462, 109, 600, 603, 2, 2, 599, 4_581, 16_044, 16_044);
    }

    /** Enough rows for a test of behaviour, loaded in the blink of an eye. */
    public static SakilaScale small() {
        return new SakilaScale(4, 8, 20, 40, 120, 12, 30, 34, 2, 2, 30, 120, 400, 400);
    }

    /**
     * Genuine size with {@code factor} times the rentals and payments, and a tenth of that times the customers, their
     * addresses and the inventory, but never fewer than there are genuinely.
     */
    public static SakilaScale times(int factor) {
        SakilaScale genuine = genuine();
        int fewer = Math.max(1, factor / 10);
        int customers = Math.multiplyExact(genuine.customers, fewer);
        return new SakilaScale(
                genuine.languages, genuine.categories, genuine.actors, genuine.films, genuine.filmActors,
                genuine.countries, genuine.cities, genuine.stores + genuine.staff + customers, genuine.stores,
                genuine.staff, customers, Math.multiplyExact(genuine.inventory, fewer),
                Math.multiplyExact(genuine.rentals, factor), Math.multiplyExact(genuine.payments, factor));
    }

    /** How many rentals, about one in a hundred, have no return date. */
    public int rentalsNotReturned() {
        return Math.min(rentals, Math.max(1, (int) (rentals * 183L / 16_044)));
    }

    /** How many payments, about one in three thousand but two at least, belong to no rental. */
    public int paymentsWithoutRental() {
        return Math.min(payments, Math.max(2, payments / 3_200));
    }

    /** The films that have a cast: a few, at least one if there are several, have none. */
    int castFilms() {
        return castFilms(films);
    }

    private static int castFilms(int films) {
        return films == 1 ? 1 : films - Math.max(1, films / 300);
    }

    private static void check(String name, int count, long most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(name + " must be between 1 and " + most + ", not " + count);
        }
    }
}
