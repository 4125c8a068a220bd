/** When the catalogue acts by itself. */
@NullMarked
package dev.waystation.platform.selling.catalogue.triggers;

import org.jspecify.annotations.NullMarked;
