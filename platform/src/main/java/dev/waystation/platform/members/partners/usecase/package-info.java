/** Contracts, exchange and settlement. */
@NullMarked
package dev.waystation.platform.members.partners.usecase;

import org.jspecify.annotations.NullMarked;
