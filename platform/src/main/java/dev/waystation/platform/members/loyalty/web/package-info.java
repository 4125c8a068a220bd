/** Tiers over HTTP. */
@NullMarked
package dev.waystation.platform.members.loyalty.web;

import org.jspecify.annotations.NullMarked;
