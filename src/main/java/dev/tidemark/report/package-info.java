/** The HTML report: its content as records, and the page that shows them. It may use the histories and states alone. */
package dev.tidemark.report;
