/** Who leads an auction and at what price. */
@NullMarked
package dev.waystation.platform.members.auctions.model;

import org.jspecify.annotations.NullMarked;
