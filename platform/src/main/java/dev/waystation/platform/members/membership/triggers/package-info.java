/** What a start of the platform sets off. */
@NullMarked
package dev.waystation.platform.members.membership.triggers;

import org.jspecify.annotations.NullMarked;
