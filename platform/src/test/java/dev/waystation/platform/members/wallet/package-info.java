/** Tests of the wallet. */
@NullMarked
package dev.waystation.platform.members.wallet;

import org.jspecify.annotations.NullMarked;
