/** Work of two threads: one for each side, because source and target have a processor of their own. */
package dev.tidemark.concurrent;
