/** What can be done with entry slots. */
@NullMarked
package dev.waystation.platform.selling.slots.usecase;

import org.jspecify.annotations.NullMarked;
