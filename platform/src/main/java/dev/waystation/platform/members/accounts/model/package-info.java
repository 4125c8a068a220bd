/** Accounts and their months, without a database. */
@NullMarked
package dev.waystation.platform.members.accounts.model;

import org.jspecify.annotations.NullMarked;
