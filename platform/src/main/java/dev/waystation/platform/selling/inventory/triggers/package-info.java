/** When holds expire. */
@NullMarked
package dev.waystation.platform.selling.inventory.triggers;

import org.jspecify.annotations.NullMarked;
