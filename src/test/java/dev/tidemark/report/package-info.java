/** Tests of the report: its figures, its page, and the page in a browser. */
package dev.tidemark.report;
