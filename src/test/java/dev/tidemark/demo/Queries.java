package dev.tidemark.demo;

import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions that analysts ask of the star, and its answers. */
final class Queries {
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put(
                "Revenue by store and year",
                """
                SELECT s.store_id, s.city, d.year, count(*) AS payments, sum(p.amount_cents) / 100.0 AS revenue
                FROM fact_payment p JOIN dim_store s USING (store_key) JOIN dim_date d ON d.date_key = p.date_key_paid
                GROUP BY s.store_id, d.year ORDER BY d.year DESC, s.store_id LIMIT 6""");
        QUESTIONS.put(
                "The categories that earn most",
                """
                SELECT c.name, count(*) AS rentals, sum(p.amount_cents) / 100.0 AS revenue
                FROM fact_rental r JOIN bridge_film_category b USING (film_key) JOIN dim_category c USING (category_key)
                JOIN fact_payment p USING (rental_id)
                GROUP BY c.category_key ORDER BY revenue DESC LIMIT 5""");
        QUESTIONS.put(
                "Rentals by weekday, Monday first",
                """
                SELECT d.day_of_week, count(*) AS rentals, round(avg(r.rental_duration_days), 2) AS days_out
                FROM fact_rental r JOIN dim_date d ON d.date_key = r.date_key_rented
                GROUP BY d.day_of_week ORDER BY d.day_of_week""");
    }

    private Queries() {}

    static void show(Path warehouse) {
        WarehouseFile file = new WarehouseFile(warehouse);
        QUESTIONS.forEach((question, sql) -> {
            Demo.say("\n" + question + "\n" + sql.indent(2).stripTrailing());
            file.rows(sql).forEach(row -> Demo.say("    " + row.replace("|", "  ")));
        });
    }
}
