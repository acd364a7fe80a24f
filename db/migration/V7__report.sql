-- What the report shows: what each run did with each table, and views of the rentals.

-- The tables that a run changed.
CREATE TABLE sync_run_table (
  run_id        INTEGER NOT NULL,                   -- runs may be forgotten before what they did
  table_name    TEXT    NOT NULL,
  rows          INTEGER NOT NULL,                   -- after the run
  rows_inserted INTEGER NOT NULL,
  rows_updated  INTEGER NOT NULL,
  rows_deleted  INTEGER NOT NULL,
  PRIMARY KEY (run_id, table_name)
) STRICT, WITHOUT ROWID;

DROP VIEW revenue_by_store_month;

-- Revenue of each store in each month; store columns are NULL for payments without a store. Days are summed up before
-- anything is joined, which takes half the time.
CREATE VIEW revenue_by_store_month AS
SELECT s.store_id, s.city, s.country, d.year, d.month,
       sum(p.payments)              AS payments,
       sum(p.revenue_cents)         AS revenue_cents,
       sum(p.revenue_cents) / 100.0 AS revenue
FROM (SELECT date_key_paid, store_key, count(*) AS payments, sum(amount_cents) AS revenue_cents
      FROM fact_payment
      GROUP BY date_key_paid, store_key) p
LEFT JOIN dim_store s ON s.store_key = p.store_key
LEFT JOIN dim_date d ON d.date_key = p.date_key_paid
GROUP BY s.store_id, s.city, s.country, d.year, d.month;

-- Rentals by the day of the week, Monday 1 to Sunday 7, and the hour at which they began.
CREATE VIEW rentals_by_weekday_hour AS
SELECT d.day_of_week,
       d.day_name AS weekday,
       r.hour,
       sum(r.rentals) AS rentals
FROM (SELECT date_key_rented, CAST(substr(rented_at, 12, 2) AS INTEGER) AS hour, count(*) AS rentals
      FROM fact_rental
      GROUP BY date_key_rented, CAST(substr(rented_at, 12, 2) AS INTEGER)) r
JOIN dim_date d ON d.date_key = r.date_key_rented
GROUP BY d.day_of_week, d.day_name, r.hour;

-- Rentals that came back in each month, and those of them that came after the days that their film may be kept.
CREATE VIEW returns_by_month AS
SELECT d.year, d.month,
       sum(r.returned)      AS returned,
       sum(r.returned_late) AS returned_late,
       sum(r.days_late)     AS days_late
FROM (SELECT r.date_key_returned,
             count(*)                                                        AS returned,
             sum(r.rental_duration_days > f.rental_duration)                 AS returned_late,
             sum(max(r.rental_duration_days - f.rental_duration, 0))         AS days_late
      FROM fact_rental r
      JOIN dim_film f ON f.film_key = r.film_key
      WHERE r.date_key_returned IS NOT NULL
      GROUP BY r.date_key_returned) r
JOIN dim_date d ON d.date_key = r.date_key_returned
GROUP BY d.year, d.month;

DROP INDEX fact_payment_by_film;
-- Revenue of a film, from the index alone; the payments of a film that vanished.
CREATE INDEX fact_payment_by_film ON fact_payment (film_key, amount_cents);

DROP VIEW revenue_by_category;

-- Revenue of each category; NULL for payments without a rental. What a film of two categories brought counts in both.
CREATE VIEW revenue_by_category AS
SELECT c.category_id, c.name        AS category,
       sum(p.payments)              AS payments,
       sum(p.revenue_cents)         AS revenue_cents,
       sum(p.revenue_cents) / 100.0 AS revenue
FROM (SELECT film_key, count(*) AS payments, sum(amount_cents) AS revenue_cents
      FROM fact_payment
      GROUP BY film_key) p
LEFT JOIN bridge_film_category b ON b.film_key = p.film_key
LEFT JOIN dim_category c ON c.category_key = b.category_key
GROUP BY c.category_id, c.name;
