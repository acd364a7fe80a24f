/** How level the warehouse is, and what the last runs did. */
package dev.tidemark.status;
