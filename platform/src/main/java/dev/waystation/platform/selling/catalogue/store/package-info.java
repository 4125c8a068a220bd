/** The tables of the catalogue. */
@NullMarked
package dev.waystation.platform.selling.catalogue.store;

import org.jspecify.annotations.NullMarked;
