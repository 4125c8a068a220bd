/** When benefits act by themselves. */
@NullMarked
package dev.waystation.platform.members.benefits.triggers;

import org.jspecify.annotations.NullMarked;
