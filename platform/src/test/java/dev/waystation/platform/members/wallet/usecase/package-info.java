/** Two nodes on one journal. */
@NullMarked
package dev.waystation.platform.members.wallet.usecase;

import org.jspecify.annotations.NullMarked;
