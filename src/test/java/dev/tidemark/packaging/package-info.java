/** What the build does to the packaged program: class files that the start-up cache takes, the cache, the runtime. */
package dev.tidemark.packaging;
