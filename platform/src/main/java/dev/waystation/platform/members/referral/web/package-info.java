/** Invitations over HTTP. */
@NullMarked
package dev.waystation.platform.members.referral.web;

import org.jspecify.annotations.NullMarked;
