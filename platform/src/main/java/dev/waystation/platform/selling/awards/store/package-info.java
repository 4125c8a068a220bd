/** Offers and the seats of their waves in tables. */
@NullMarked
package dev.waystation.platform.selling.awards.store;

import org.jspecify.annotations.NullMarked;
