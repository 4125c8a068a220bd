/** What loyalty hears. */
@NullMarked
package dev.waystation.platform.members.loyalty.triggers;

import org.jspecify.annotations.NullMarked;
