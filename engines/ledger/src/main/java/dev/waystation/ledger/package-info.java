/** Postings, lots, holds, expiry, reversal, allocation. */
@NullMarked
package dev.waystation.ledger;

import org.jspecify.annotations.NullMarked;
