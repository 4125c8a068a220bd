/** What callers ask of the seats. */
@NullMarked
package dev.waystation.platform.selling.inventory.usecase;

import org.jspecify.annotations.NullMarked;
