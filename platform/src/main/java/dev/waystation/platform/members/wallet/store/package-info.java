/** Rows of the wallet. */
@NullMarked
package dev.waystation.platform.members.wallet.store;

import org.jspecify.annotations.NullMarked;
