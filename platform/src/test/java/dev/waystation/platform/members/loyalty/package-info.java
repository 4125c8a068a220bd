/** Tests of loyalty. */
@NullMarked
package dev.waystation.platform.members.loyalty;

import org.jspecify.annotations.NullMarked;
