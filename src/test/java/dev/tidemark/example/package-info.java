/** A table that was added as the guide says, without a change to any class. */
package dev.tidemark.example;
