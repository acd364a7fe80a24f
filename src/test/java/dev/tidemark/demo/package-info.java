/** The demonstrations that {@code mvn -Pdemo verify} and {@code mvn -Pdemo-copy verify} run. */
package dev.tidemark.demo;
