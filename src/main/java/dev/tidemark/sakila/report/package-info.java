/** What the report tells of the rentals. The views of the warehouse count and sum up; here their rows become figures. */
package dev.tidemark.sakila.report;
