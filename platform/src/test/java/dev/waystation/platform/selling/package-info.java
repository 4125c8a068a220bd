/** What tests of selling have in common. */
@NullMarked
package dev.waystation.platform.selling;

import org.jspecify.annotations.NullMarked;
