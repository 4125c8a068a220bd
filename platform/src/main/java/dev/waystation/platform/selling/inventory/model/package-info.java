/** The state of a run and its decisions, without storage. */
@NullMarked
package dev.waystation.platform.selling.inventory.model;

import org.jspecify.annotations.NullMarked;
