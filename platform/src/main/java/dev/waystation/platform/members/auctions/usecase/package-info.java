/** What can be done in auctions. */
@NullMarked
package dev.waystation.platform.members.auctions.usecase;

import org.jspecify.annotations.NullMarked;
