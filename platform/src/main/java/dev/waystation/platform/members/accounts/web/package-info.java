/** Accounts over HTTP. */
@NullMarked
package dev.waystation.platform.members.accounts.web;

import org.jspecify.annotations.NullMarked;
