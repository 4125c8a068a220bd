/** What reaches auctions from the log and the clock. */
@NullMarked
package dev.waystation.platform.members.auctions.triggers;

import org.jspecify.annotations.NullMarked;
