/** What an invitation is worth and when it looks wrong. */
@NullMarked
package dev.waystation.platform.members.referral.model;

import org.jspecify.annotations.NullMarked;
