-- Views that answer the usual questions. Amounts are in cents, and once more as people read them.

-- Revenue of each store in each month; store columns are NULL for payments without a store.
CREATE VIEW revenue_by_store_month AS
SELECT s.store_id, s.city, s.country, d.year, d.month,
       count(*)                  AS payments,
       sum(p.amount_cents)       AS revenue_cents,
       sum(p.amount_cents) / 100.0 AS revenue
FROM fact_payment p
LEFT JOIN dim_store s ON s.store_key = p.store_key
LEFT JOIN dim_date d ON d.date_key = p.date_key_paid
GROUP BY s.store_id, s.city, s.country, d.year, d.month;

-- Revenue of each category; NULL for payments without a rental. What a film of two categories brought counts in both.
CREATE VIEW revenue_by_category AS
SELECT c.category_id, c.name      AS category,
       count(*)                   AS payments,
       sum(p.amount_cents)        AS revenue_cents,
       sum(p.amount_cents) / 100.0 AS revenue
FROM fact_payment p
LEFT JOIN fact_rental r ON r.rental_id = p.rental_id
LEFT JOIN bridge_film_category b ON b.film_key = r.film_key
LEFT JOIN dim_category c ON c.category_key = b.category_key
GROUP BY c.category_id, c.name;

-- Rentals by the day of the week, Monday 1 to Sunday 7.
CREATE VIEW rentals_by_weekday AS
SELECT d.day_of_week,
       CASE d.day_of_week WHEN 1 THEN 'Monday' WHEN 2 THEN 'Tuesday' WHEN 3 THEN 'Wednesday' WHEN 4 THEN 'Thursday'
                          WHEN 5 THEN 'Friday' WHEN 6 THEN 'Saturday' WHEN 7 THEN 'Sunday' END AS weekday,
       count(*) AS rentals
FROM fact_rental r
JOIN dim_date d ON d.date_key = r.date_key_rented
GROUP BY d.day_of_week;

-- Every film with its rentals, what they brought, and its place; films rented equally often share one.
CREATE VIEW top_films AS
WITH rented AS (
  SELECT film_key, count(*) AS rentals FROM fact_rental GROUP BY film_key
), paid AS (
  SELECT r.film_key, sum(p.amount_cents) AS revenue_cents
  FROM fact_payment p JOIN fact_rental r ON r.rental_id = p.rental_id
  GROUP BY r.film_key
)
SELECT rank() OVER (ORDER BY coalesce(rented.rentals, 0) DESC) AS place,
       f.film_id, f.title,
       coalesce(rented.rentals, 0)             AS rentals,
       coalesce(paid.revenue_cents, 0)         AS revenue_cents,
       coalesce(paid.revenue_cents, 0) / 100.0 AS revenue
FROM dim_film f
LEFT JOIN rented ON rented.film_key = f.film_key
LEFT JOIN paid ON paid.film_key = f.film_key;

-- Rentals that came back after the days that their film may be kept.
CREATE VIEW late_returns AS
SELECT r.rental_id, f.film_id, f.title, c.customer_id, c.first_name, c.last_name, s.store_id,
       r.rented_at, r.returned_at, f.rental_duration AS days_allowed,
       r.rental_duration_days - f.rental_duration AS days_late
FROM fact_rental r
JOIN dim_film f ON f.film_key = r.film_key
LEFT JOIN dim_customer c ON c.customer_key = r.customer_key
LEFT JOIN dim_store s ON s.store_key = r.store_key
WHERE r.rental_duration_days > f.rental_duration;

-- Every customer with rentals, payments, what they brought, and when they first and last rented.
CREATE VIEW customer_value AS
WITH rented AS (
  SELECT customer_key, count(*) AS rentals, min(rented_at) AS first_rental, max(rented_at) AS last_rental
  FROM fact_rental GROUP BY customer_key
), paid AS (
  SELECT customer_key, count(*) AS payments, sum(amount_cents) AS revenue_cents
  FROM fact_payment GROUP BY customer_key
)
SELECT c.customer_id, c.first_name, c.last_name, c.active, c.city, c.country,
       coalesce(rented.rentals, 0)             AS rentals,
       coalesce(paid.payments, 0)              AS payments,
       coalesce(paid.revenue_cents, 0)         AS revenue_cents,
       coalesce(paid.revenue_cents, 0) / 100.0 AS revenue,
       rented.first_rental, rented.last_rental
FROM dim_customer c
LEFT JOIN rented ON rented.customer_key = c.customer_key
LEFT JOIN paid ON paid.customer_key = c.customer_key;
