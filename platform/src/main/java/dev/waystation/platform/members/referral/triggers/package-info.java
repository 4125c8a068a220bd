/** When invitations move by themselves. */
@NullMarked
package dev.waystation.platform.members.referral.triggers;

import org.jspecify.annotations.NullMarked;
