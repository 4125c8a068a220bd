/** How postings are decided and read. */
@NullMarked
package dev.waystation.platform.members.wallet.usecase;

import org.jspecify.annotations.NullMarked;
