/** Tests of membership. */
@NullMarked
package dev.waystation.platform.members.membership;

import org.jspecify.annotations.NullMarked;
