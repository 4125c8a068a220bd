/** When points expire and holds run out. */
@NullMarked
package dev.waystation.platform.members.wallet.triggers;

import org.jspecify.annotations.NullMarked;
