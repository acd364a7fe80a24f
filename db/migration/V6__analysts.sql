-- Names of months and days, ISO weeks, members of staff, the film of a payment, and rentals that are overdue.

ALTER TABLE dim_date ADD COLUMN month_name TEXT NOT NULL DEFAULT '';    -- in English
ALTER TABLE dim_date ADD COLUMN day_name TEXT NOT NULL DEFAULT '';      -- in English
ALTER TABLE dim_date ADD COLUMN iso_year INTEGER NOT NULL DEFAULT 0;    -- the year that the ISO week belongs to
ALTER TABLE dim_date ADD COLUMN iso_week INTEGER NOT NULL DEFAULT 0;    -- 1 to 53

-- The days of an older warehouse. A week belongs to the year of its Thursday.
UPDATE dim_date SET
  month_name = CASE month WHEN 1 THEN 'January' WHEN 2 THEN 'February' WHEN 3 THEN 'March' WHEN 4 THEN 'April'
                          WHEN 5 THEN 'May' WHEN 6 THEN 'June' WHEN 7 THEN 'July' WHEN 8 THEN 'August'
                          WHEN 9 THEN 'September' WHEN 10 THEN 'October' WHEN 11 THEN 'November'
                          WHEN 12 THEN 'December' END,
  day_name   = CASE day_of_week WHEN 1 THEN 'Monday' WHEN 2 THEN 'Tuesday' WHEN 3 THEN 'Wednesday'
                                WHEN 4 THEN 'Thursday' WHEN 5 THEN 'Friday' WHEN 6 THEN 'Saturday'
                                WHEN 7 THEN 'Sunday' END,
  iso_year   = CAST(strftime('%Y', date, '-3 days', 'weekday 4') AS INTEGER),
  iso_week   = (CAST(strftime('%j', date, '-3 days', 'weekday 4') AS INTEGER) + 6) / 7;

CREATE TABLE dim_staff (
  staff_key   INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id    INTEGER NOT NULL UNIQUE,
  first_name  TEXT    NOT NULL,
  last_name   TEXT    NOT NULL,
  store_key   INTEGER REFERENCES dim_store (store_key) DEFERRABLE INITIALLY DEFERRED,
  active      INTEGER NOT NULL CHECK (active IN (0, 1)),
  last_update TEXT
) STRICT;

ALTER TABLE fact_rental ADD COLUMN staff_key INTEGER
  REFERENCES dim_staff (staff_key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE fact_payment ADD COLUMN staff_key INTEGER
  REFERENCES dim_staff (staff_key) DEFERRABLE INITIALLY DEFERRED;

-- The film of the rented copy; NULL for a payment without a rental.
ALTER TABLE fact_payment ADD COLUMN film_key INTEGER
  REFERENCES dim_film (film_key) DEFERRABLE INITIALLY DEFERRED;
UPDATE fact_payment
SET film_key = (SELECT r.film_key FROM fact_rental r WHERE r.rental_id = fact_payment.rental_id)
WHERE rental_id IS NOT NULL;
-- Revenue of a film; the payments of a film that vanished.
CREATE INDEX fact_payment_by_film ON fact_payment (film_key);

-- Without a ledger, the next incremental compares every row, and fills in the members of staff.
DELETE FROM sync_range;
DELETE FROM sync_source_table;
DELETE FROM sync_source;

DROP VIEW revenue_by_category;
DROP VIEW rentals_by_weekday;
DROP VIEW top_films;

-- Revenue of each category; NULL for payments without a rental. What a film of two categories brought counts in both.
CREATE VIEW revenue_by_category AS
SELECT c.category_id, c.name      AS category,
       count(*)                   AS payments,
       sum(p.amount_cents)        AS revenue_cents,
       sum(p.amount_cents) / 100.0 AS revenue
FROM fact_payment p
LEFT JOIN bridge_film_category b ON b.film_key = p.film_key
LEFT JOIN dim_category c ON c.category_key = b.category_key
GROUP BY c.category_id, c.name;

-- Rentals by the day of the week, Monday 1 to Sunday 7.
CREATE VIEW rentals_by_weekday AS
SELECT d.day_of_week, d.day_name AS weekday, count(*) AS rentals
FROM fact_rental r
JOIN dim_date d ON d.date_key = r.date_key_rented
GROUP BY d.day_of_week, d.day_name;

-- Every film with its rentals, what they brought, and its place; films rented equally often share one.
CREATE VIEW top_films AS
WITH rented AS (
  SELECT film_key, count(*) AS rentals FROM fact_rental GROUP BY film_key
), paid AS (
  SELECT film_key, sum(amount_cents) AS revenue_cents FROM fact_payment GROUP BY film_key
)
SELECT rank() OVER (ORDER BY coalesce(rented.rentals, 0) DESC) AS place,
       f.film_id, f.title,
       coalesce(rented.rentals, 0)             AS rentals,
       coalesce(paid.revenue_cents, 0)         AS revenue_cents,
       coalesce(paid.revenue_cents, 0) / 100.0 AS revenue
FROM dim_film f
LEFT JOIN rented ON rented.film_key = f.film_key
LEFT JOIN paid ON paid.film_key = f.film_key;

-- Rentals that had not come back when the source was last read, though their film may be kept no longer.
CREATE VIEW overdue AS
SELECT r.rental_id, f.film_id, f.title, c.customer_id, c.first_name, c.last_name, s.store_id, r.rented_at,
       date(r.rented_at, f.rental_duration || ' days') AS due_on,
       f.rental_duration AS days_allowed,
       CAST(julianday(date(state.snapshot_at)) - julianday(date(r.rented_at)) AS INTEGER) - f.rental_duration
         AS days_overdue
FROM fact_rental r
JOIN sync_state state ON state.table_name = 'fact_rental'
JOIN dim_film f ON f.film_key = r.film_key
LEFT JOIN dim_customer c ON c.customer_key = r.customer_key
LEFT JOIN dim_store s ON s.store_key = r.store_key
WHERE r.returned_at IS NULL
  AND date(r.rented_at, f.rental_duration || ' days') < date(state.snapshot_at);
