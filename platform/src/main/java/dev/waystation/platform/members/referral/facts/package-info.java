/** What happened to invitations and their rewards. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.referral.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
