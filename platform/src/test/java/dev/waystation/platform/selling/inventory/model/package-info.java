@NullMarked
package dev.waystation.platform.selling.inventory.model;

import org.jspecify.annotations.NullMarked;
