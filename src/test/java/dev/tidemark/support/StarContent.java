package dev.tidemark.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a warehouse in two forms: exactly, and by natural keys only, which is the same for any two equal
 * loads.
 */
public final class StarContent {
    private static final Map<String, String> BY_NATURAL_KEYS = Map.ofEntries(
            Map.entry(
                    "dim_date",
                    "SELECT * FROM dim_date ORDER BY date_key"),
            Map.entry(
                    "dim_film",
                    "SELECT film_id, title, description, rating, length, language, original_language, release_year,"
                    + " rental_duration, rental_rate_cents, replacement_cost_cents, special_features, last_update"
                    + " FROM dim_film ORDER BY film_id"),
            Map.entry(
                    "dim_actor",
                    "SELECT actor_id, first_name, last_name, last_update FROM dim_actor ORDER BY actor_id"),
            Map.entry(
                    "dim_category",
                    "SELECT category_id, name, last_update FROM dim_category ORDER BY category_id"),
            Map.entry(
                    "dim_store",
                    "SELECT store_id, city, country, last_update FROM dim_store ORDER BY store_id"),
            Map.entry(
                    "dim_staff",
                    "SELECT staff_id, first_name, last_name, store_id, active, dim_staff.last_update FROM dim_staff"
                    + " LEFT JOIN dim_store USING (store_key) ORDER BY staff_id"),
            Map.entry(
                    "dim_customer",
                    "SELECT customer_id, first_name, last_name, active, city, country, last_update"
                    + " FROM dim_customer ORDER BY customer_id"),
            Map.entry(
                    "bridge_film_actor",
                    "SELECT film_id, actor_id FROM bridge_film_actor"
                    + " JOIN dim_film USING (film_key, film_id) JOIN dim_actor USING (actor_key, actor_id) ORDER BY 1, 2"),
            Map.entry(
                    "bridge_film_category",
                    "SELECT film_id, category_id FROM bridge_film_category"
                    + " JOIN dim_film USING (film_key, film_id) JOIN dim_category USING (category_key, category_id)"
                    + " ORDER BY 1, 2"),
            Map.entry(
                    "fact_rental",
                    "SELECT rental_id, date_key_rented, date_key_returned, film_id, store_id, customer_id, staff_id,"
                    + " (SELECT staff_id FROM dim_staff d WHERE d.staff_key = fact_rental.staff_key),"
                    + " rental_duration_days, rented_at, returned_at FROM fact_rental LEFT JOIN dim_film USING (film_key)"
                    + " LEFT JOIN dim_store USING (store_key) LEFT JOIN dim_customer USING (customer_key)"
                    + " ORDER BY rental_id"),
            Map.entry(
                    "fact_payment",
                    "SELECT payment_id, rental_id, date_key_paid, customer_id, store_id, film_id, staff_id,"
                    + " (SELECT staff_id FROM dim_staff d WHERE d.staff_key = fact_payment.staff_key), paid_at,"
                    + " amount_cents FROM fact_payment LEFT JOIN dim_store USING (store_key)"
                    + " LEFT JOIN dim_film USING (film_key) LEFT JOIN dim_customer USING (customer_key)"
                    + " ORDER BY payment_id"));

    private StarContent() {}

    /** Rows by table, without surrogate keys: equal for any two warehouses that show the same source. */
    public static Map<String, List<String>> byNaturalKeys(WarehouseFile warehouse) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        BY_NATURAL_KEYS.forEach((table, query) -> content.put(table, warehouse.rows(query)));
        return content;
    }

    /** The same for a full load of {@code source}. */
    public static Map<String, List<String>> ofFullLoad(SakilaSchema source) {
        try (Replication fresh = Replication.sharing(source)) {
            fresh.tidemark().succeedAll("init", "full-load");
            return byNaturalKeys(fresh.warehouse());
        }
    }

    /** Rows by table of everything that a run commits, the ledger included, except the list of runs. */
    public static Map<String, List<String>> exactly(WarehouseFile warehouse) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        BY_NATURAL_KEYS.keySet().forEach(table -> content.put(table, warehouse.rows("SELECT * FROM " + table + " ORDER BY 1, 2")));
        content.put("sync_state", warehouse.rows("SELECT * FROM sync_state ORDER BY table_name"));
        content.put("sync_source", warehouse.rows("SELECT * FROM sync_source"));
        content.put("sync_source_table", warehouse.rows("SELECT * FROM sync_source_table ORDER BY id"));
        content.put("sync_range", warehouse.rows("SELECT * FROM sync_range ORDER BY table_id, first_key"));
        return content;
    }

    /** The ledger's record of the source's content: equal for any two warehouses that know the same state. */
    public static Map<String, List<String>> ledger(WarehouseFile warehouse) {
        return Map.of(
                "sync_source_table", warehouse.rows("SELECT table_name, description, rows, last_update"
                        + " FROM sync_source_table ORDER BY table_name"),
                "sync_range", warehouse.rows("SELECT table_name, first_key, r.rows, content, key_content FROM sync_range r"
                        + " JOIN sync_source_table t ON t.id = r.table_id ORDER BY table_name, first_key"));
    }
}
