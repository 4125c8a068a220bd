@NullMarked
package dev.waystation.platform.selling.inventory.store;

import org.jspecify.annotations.NullMarked;
