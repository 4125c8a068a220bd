/** How trips are awarded and tiers are reached. */
@NullMarked
package dev.waystation.platform.members.loyalty.usecase;

import org.jspecify.annotations.NullMarked;
