-- The star schema of the rental business: dimensions, bridges and facts.

-- "TIDE" in ASCII: tells a Tidemark warehouse from any other SQLite file.
PRAGMA application_id = 1414087749;

CREATE TABLE dim_date (
  date_key     INTEGER PRIMARY KEY,                 -- YYYYMMDD
  date         TEXT    NOT NULL UNIQUE,             -- YYYY-MM-DD
  year         INTEGER NOT NULL,
  quarter      INTEGER NOT NULL,
  month        INTEGER NOT NULL,
  day_of_month INTEGER NOT NULL,
  day_of_week  INTEGER NOT NULL,                    -- ISO: Monday 1 .. Sunday 7
  is_weekend   INTEGER NOT NULL CHECK (is_weekend IN (0, 1))
) STRICT;

-- AUTOINCREMENT: a surrogate key is never given out again, not even after its row was deleted.
CREATE TABLE dim_film (
  film_key               INTEGER PRIMARY KEY AUTOINCREMENT,
  film_id                INTEGER NOT NULL UNIQUE,
  title                  TEXT    NOT NULL,
  description            TEXT,
  rating                 TEXT,
  length                 INTEGER,                   -- minutes
  language               TEXT,
  original_language      TEXT,
  release_year           INTEGER,
  rental_duration        INTEGER NOT NULL,          -- days
  rental_rate_cents      INTEGER NOT NULL,
  rental_rate            REAL GENERATED ALWAYS AS (rental_rate_cents / 100.0) VIRTUAL,
  replacement_cost_cents INTEGER NOT NULL,
  replacement_cost       REAL GENERATED ALWAYS AS (replacement_cost_cents / 100.0) VIRTUAL,
  special_features       TEXT,
  last_update            TEXT
) STRICT;

CREATE TABLE dim_actor (
  actor_key   INTEGER PRIMARY KEY AUTOINCREMENT,
  actor_id    INTEGER NOT NULL UNIQUE,
  first_name  TEXT    NOT NULL,
  last_name   TEXT    NOT NULL,
  last_update TEXT
) STRICT;

CREATE TABLE dim_category (
  category_key INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id  INTEGER NOT NULL UNIQUE,
  name         TEXT    NOT NULL,
  last_update  TEXT
) STRICT;

CREATE TABLE dim_store (
  store_key   INTEGER PRIMARY KEY AUTOINCREMENT,
  store_id    INTEGER NOT NULL UNIQUE,
  city        TEXT,
  country     TEXT,
  last_update TEXT
) STRICT;

CREATE TABLE dim_customer (
  customer_key INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id  INTEGER NOT NULL UNIQUE,
  first_name   TEXT    NOT NULL,
  last_name    TEXT    NOT NULL,
  active       INTEGER NOT NULL CHECK (active IN (0, 1)),
  city         TEXT,
  country      TEXT,
  last_update  TEXT
) STRICT;

-- The bridges keep the natural keys beside the surrogate ones: rows are found again by them.
CREATE TABLE bridge_film_actor (
  film_key  INTEGER NOT NULL REFERENCES dim_film (film_key) DEFERRABLE INITIALLY DEFERRED,
  actor_key INTEGER NOT NULL REFERENCES dim_actor (actor_key) DEFERRABLE INITIALLY DEFERRED,
  film_id   INTEGER NOT NULL,
  actor_id  INTEGER NOT NULL,
  PRIMARY KEY (film_key, actor_key),                -- from a film to its actors
  UNIQUE (film_id, actor_id)
) STRICT, WITHOUT ROWID;

-- From an actor to the films.
CREATE INDEX bridge_film_actor_by_actor ON bridge_film_actor (actor_key, film_key);

CREATE TABLE bridge_film_category (
  film_key     INTEGER NOT NULL REFERENCES dim_film (film_key) DEFERRABLE INITIALLY DEFERRED,
  category_key INTEGER NOT NULL REFERENCES dim_category (category_key) DEFERRABLE INITIALLY DEFERRED,
  film_id      INTEGER NOT NULL,
  category_id  INTEGER NOT NULL,
  PRIMARY KEY (film_key, category_key),             -- from a film to its categories
  UNIQUE (film_id, category_id)
) STRICT, WITHOUT ROWID;

-- From a category to the films.
CREATE INDEX bridge_film_category_by_category ON bridge_film_category (category_key, film_key);

-- A key of a fact is NULL where the source names a row that does not exist, or holds a date that is none.
CREATE TABLE fact_rental (
  fact_rental_key      INTEGER PRIMARY KEY,
  rental_id            INTEGER NOT NULL UNIQUE,
  date_key_rented      INTEGER REFERENCES dim_date (date_key) DEFERRABLE INITIALLY DEFERRED,
  date_key_returned    INTEGER REFERENCES dim_date (date_key) DEFERRABLE INITIALLY DEFERRED,
  film_key             INTEGER REFERENCES dim_film (film_key) DEFERRABLE INITIALLY DEFERRED,
  store_key            INTEGER REFERENCES dim_store (store_key) DEFERRABLE INITIALLY DEFERRED,
  customer_key         INTEGER REFERENCES dim_customer (customer_key) DEFERRABLE INITIALLY DEFERRED,
  staff_id             INTEGER NOT NULL,
  rental_duration_days INTEGER,                     -- calendar days; NULL while not returned
  rented_at            TEXT,                        -- YYYY-MM-DD HH:MM:SS
  returned_at          TEXT
) STRICT;

-- Rentals of a day, a month, a year; the years that dim_date needs.
CREATE INDEX fact_rental_by_date_rented ON fact_rental (date_key_rented);
-- Returns of a day; the years that dim_date needs.
CREATE INDEX fact_rental_by_date_returned ON fact_rental (date_key_returned);
-- Top films; the rentals of a film that vanished.
CREATE INDEX fact_rental_by_film ON fact_rental (film_key);
-- Rentals of a store.
CREATE INDEX fact_rental_by_store ON fact_rental (store_key);
-- Rentals of a customer.
CREATE INDEX fact_rental_by_customer ON fact_rental (customer_key);

CREATE TABLE fact_payment (
  fact_payment_key INTEGER PRIMARY KEY,
  payment_id       INTEGER NOT NULL UNIQUE,
  rental_id        INTEGER,                         -- NULL for a payment without a rental
  date_key_paid    INTEGER REFERENCES dim_date (date_key) DEFERRABLE INITIALLY DEFERRED,
  customer_key     INTEGER REFERENCES dim_customer (customer_key) DEFERRABLE INITIALLY DEFERRED,
  store_key        INTEGER REFERENCES dim_store (store_key) DEFERRABLE INITIALLY DEFERRED,
  staff_id         INTEGER NOT NULL,
  paid_at          TEXT,                            -- YYYY-MM-DD HH:MM:SS
  amount_cents     INTEGER NOT NULL,
  amount           REAL GENERATED ALWAYS AS (amount_cents / 100.0) VIRTUAL
) STRICT;

-- Revenue of a day, a month, a year; the years that dim_date needs.
CREATE INDEX fact_payment_by_date ON fact_payment (date_key_paid);
-- Revenue of a customer.
CREATE INDEX fact_payment_by_customer ON fact_payment (customer_key);
-- Revenue of a store.
CREATE INDEX fact_payment_by_store ON fact_payment (store_key);
-- From a rental to its payments; the payments of a rental that vanished.
CREATE INDEX fact_payment_by_rental ON fact_payment (rental_id);
