/** The module's tables. */
@NullMarked
package dev.waystation.platform.members.accounts.store;

import org.jspecify.annotations.NullMarked;
