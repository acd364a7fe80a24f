/** Work on two threads, one for each side, because source and target each have a processor. */
package dev.tidemark.concurrent;
