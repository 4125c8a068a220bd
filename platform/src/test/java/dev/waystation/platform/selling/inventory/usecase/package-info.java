@NullMarked
package dev.waystation.platform.selling.inventory.usecase;

import org.jspecify.annotations.NullMarked;
