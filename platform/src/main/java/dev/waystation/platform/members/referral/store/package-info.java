/** The rows of invitations. */
@NullMarked
package dev.waystation.platform.members.referral.store;

import org.jspecify.annotations.NullMarked;
