/**
 * Points and stored value by double entry: postings that balance, lots that expire, holds,
 * captures, returns to the very lots value came from.
 */
@NullMarked
package dev.waystation.ledger;

import org.jspecify.annotations.NullMarked;
