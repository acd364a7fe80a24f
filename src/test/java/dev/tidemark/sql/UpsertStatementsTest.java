package dev.tidemark.sql;

import static dev.tidemark.sakila.star.BridgeFilmActorTable.BRIDGE_FILM_ACTOR;
import static dev.tidemark.sakila.star.DimCategoryTable.DIM_CATEGORY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The text of the one statement that the DSL cannot express. The tests of loads check its effect on rows. */
class UpsertStatementsTest {
    @Test
    void onlyRowsThatDifferAreTouchedAndTheSurrogateKeyIsNot() {
        assertEquals(
                "insert into dim_category (category_id, name, last_update) values (#{row.category_id,jdbcType=BIGINT},"
                        + " #{row.name,jdbcType=VARCHAR}, #{row.last_update,jdbcType=TIMESTAMP})"
                        + " on conflict (category_id) do update set name = excluded.name,"
                        + " last_update = excluded.last_update where (dim_category.name, dim_category.last_update)"
                        + " is not (excluded.name, excluded.last_update)",
                UpsertStatements.upsertText(DIM_CATEGORY));
    }

    @Test
    void aKeyOfTwoColumnsIsNamedWhole() {
        String text = UpsertStatements.upsertText(BRIDGE_FILM_ACTOR);
        assertEquals(
                " on conflict (film_id, actor_id) do update set film_key = excluded.film_key,"
                        + " actor_key = excluded.actor_key where (bridge_film_actor.film_key,"
                        + " bridge_film_actor.actor_key) is not (excluded.film_key, excluded.actor_key)",
                text.substring(text.indexOf(" on conflict")));
    }

    @Test
    void statementsAreNamedAfterTheirTable() {
        assertEquals("insert.dim_category", UpsertStatements.insertId(DIM_CATEGORY));
        assertEquals("upsert.dim_category", UpsertStatements.upsertId(DIM_CATEGORY));
    }
}
