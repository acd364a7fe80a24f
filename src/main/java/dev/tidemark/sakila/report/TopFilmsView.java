package dev.tidemark.sakila.report;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's view top_films. */
final class TopFilmsView extends TargetTable<TopFilmsView.TopFilm> {
    /**
     * A film and what it brought.
     *
     * @param place from 1; films that were rented equally often share one
     */
    record TopFilm(long place, long filmId, String title, long rentals, long revenueCents) {}

    static final TopFilmsView TOP_FILMS = new TopFilmsView();

    final Column<Long> place = key("place", TopFilm::place);
    final Column<Long> filmId = key("film_id", TopFilm::filmId);
    final Column<String> title = text("title", TopFilm::title);
    final Column<Long> rentals = number("rentals", TopFilm::rentals);
    final Column<Long> revenueCents = number("revenue_cents", TopFilm::revenueCents);

    private TopFilmsView() {
        super("top_films", row -> new TopFilm(
                row.number(), row.number(), row.textOrNull(), row.number(), row.number()));
    }
}
