/** The demonstration that {@code mvn -Pdemo verify} runs. */
package dev.tidemark.demo;
