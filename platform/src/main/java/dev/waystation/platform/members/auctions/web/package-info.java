/** Auctions over HTTP. */
@NullMarked
package dev.waystation.platform.members.auctions.web;

import org.jspecify.annotations.NullMarked;
