package dev.tidemark.exactness;

/** The tables of the star, parents first. */
enum StarTable {
    DIM_DATE(1),
    DIM_FILM(1),
    DIM_ACTOR(1),
    DIM_CATEGORY(1),
    DIM_STORE(1),
    DIM_STAFF(1),
    DIM_CUSTOMER(1),
    BRIDGE_FILM_ACTOR(2),
    BRIDGE_FILM_CATEGORY(2),
    FACT_RENTAL(1),
    FACT_PAYMENT(1);

    private final int keyColumns;

    StarTable(int keyColumns) {
        this.keyColumns = keyColumns;
    }

    /** How many columns, from the first on, form the natural key. */
    int keyColumns() {
        return keyColumns;
    }
}
