/** Auctions, bids and their holds in PostgreSQL. */
@NullMarked
package dev.waystation.platform.members.auctions.store;

import org.jspecify.annotations.NullMarked;
