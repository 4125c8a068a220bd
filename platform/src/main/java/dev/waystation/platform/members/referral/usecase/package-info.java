/** What inviters, newcomers and staff do. */
@NullMarked
package dev.waystation.platform.members.referral.usecase;

import org.jspecify.annotations.NullMarked;
