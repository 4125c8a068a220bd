/** What staff and members do with accounts. */
@NullMarked
package dev.waystation.platform.members.accounts.usecase;

import org.jspecify.annotations.NullMarked;
