/** What happened to coupons, entitlements and rewards. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.benefits.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
