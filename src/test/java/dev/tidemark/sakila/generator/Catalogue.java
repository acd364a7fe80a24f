package dev.tidemark.sakila.generator;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** Languages, categories, actors, films with their casts and categories, and the copies in the stores. */
record Catalogue(SakilaScale scale, long seed) {
    private static final LocalDateTime REPRICED = LocalDateTime.of(2025, 3, 2, 5, 3, 42);
    private static final List<BigDecimal> RATES =
            List.of(new BigDecimal("0.99"), new BigDecimal("2.99"), new BigDecimal("4.99"));
    private static final List<String> RATINGS = List.of("G", "PG", "PG-13", "R", "NC-17");
    private static final List<String> FEATURES = List.of(
            "Trailers", "Commentaries", "Deleted Scenes", "Behind the Scenes", "Trailers,Commentaries",
            "Trailers,Deleted Scenes", "Commentaries,Behind the Scenes",
            "Trailers,Commentaries,Deleted Scenes,Behind the Scenes");

    List<TableRows> tables() {
        return List.of(
                new TableRows("language", "language_id, name, last_update", scale.languages(), this::language),
                new TableRows("category", "category_id, name, last_update", scale.categories(), this::category),
                new TableRows("actor", "actor_id, first_name, last_name, last_update", scale.actors(), this::actor),
                new TableRows(
                        "film",
                        "film_id, title, description, release_year, language_id, original_language_id,"
                                + " rental_duration, rental_rate, length, replacement_cost, rating, special_features,"
                                + " last_update",
                        scale.films(), this::film),
                new TableRows("film_actor", "actor_id, film_id, last_update", scale.filmActors(), this::filmActor),
                new TableRows("film_category", "film_id, category_id, last_update", scale.films(), this::filmCategory),
                new TableRows(
                        "inventory", "inventory_id, film_id, store_id, last_update", scale.inventory(), this::item));
    }

    /** What a copy's film costs to rent. */
    BigDecimal rateOfItem(int item) {
        return rateOfFilm(filmOfItem(item));
    }

    private Object[] language(int number) {
        return TableRows.row(number, Words.numbered(Words.LANGUAGES, number), Timeline.MIGRATION);
    }

    private Object[] category(int number) {
        return TableRows.row(number, Words.numbered(Words.CATEGORIES, number), Timeline.MIGRATION);
    }

    private Object[] actor(int number) {
        String first = Words.FIRST_NAMES.get(new RowRandom(seed, "actor", number).below(Words.FIRST_NAMES.size()));
        return TableRows.row(number, first, Words.numbered(Words.LAST_NAMES, number), Timeline.MIGRATION);
    }

    private Object[] film(int number) {
        var random = new RowRandom(seed, "film", number);
        String title = Words.joined(Words.ADJECTIVES, " ", Words.NOUNS, seed, number);
        return TableRows.row(
                number,
                number % 20 == 7 ? title + " 🌊" : title,
                random.onceIn(100) ? null : description(random),
                random.onceIn(100) ? null : random.between(1975, 2025),
                1 + random.below(scale.languages()),
                random.onceIn(8) ? 1 + random.below(scale.languages()) : null,
                random.between(3, 7),
                rateOfFilm(number),
                random.onceIn(100) ? null : random.between(46, 185),
                BigDecimal.valueOf(random.between(9, 29) * 100L + 99, 2),
                random.onceIn(100) ? null : random.oneOf(RATINGS),
                random.onceIn(10) ? null : random.oneOf(FEATURES),
                random.onceIn(5) ? REPRICED : Timeline.MIGRATION);
    }

    /** The cast goes round the films, and each film's part of it round the actors, so that no pair comes twice. */
    private Object[] filmActor(int number) {
        int film = 1 + (number - 1) % scale.castFilms();
        int actor = 1 + Walk.over(scale.actors(), film * 7L + seed).at((number - 1) / scale.castFilms());
        return TableRows.row(actor, film, Timeline.MIGRATION);
    }

    private Object[] filmCategory(int number) {
        int category = 1 + new RowRandom(seed, "film_category", number).below(scale.categories());
        return TableRows.row(number, category, Timeline.MIGRATION);
    }

    private Object[] item(int number) {
        int store = 1 + new RowRandom(seed, "store of item", number).below(scale.stores());
        return TableRows.row(number, filmOfItem(number), store, Timeline.MIGRATION);
    }

    private int filmOfItem(int item) {
        return 1 + new RowRandom(seed, "film of item", item).below(scale.films());
    }

    private BigDecimal rateOfFilm(int film) {
        return new RowRandom(seed, "rate", film).oneOf(RATES);
    }

    private static String description(RowRandom random) {
        return "The tale of %s %s who must reach a %s %s before the %s %s".formatted(
                random.oneOf(Words.FIRST_NAMES), random.oneOf(Words.LAST_NAMES),
                random.oneOf(Words.ADJECTIVES), random.oneOf(Words.NOUNS),
                random.oneOf(Words.ADJECTIVES), random.oneOf(Words.NOUNS));
    }
}
