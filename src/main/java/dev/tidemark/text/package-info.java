/** Values as people read them. */
package dev.tidemark.text;
