/** Earning rules, awards and tiers. */
@NullMarked
package dev.waystation.platform.members.loyalty.model;

import org.jspecify.annotations.NullMarked;
