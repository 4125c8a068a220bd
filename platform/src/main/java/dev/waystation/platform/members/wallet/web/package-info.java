/** Points over HTTP. */
@NullMarked
package dev.waystation.platform.members.wallet.web;

import org.jspecify.annotations.NullMarked;
