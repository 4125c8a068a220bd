/** Lines of a statement and what a check of the books found. */
@NullMarked
package dev.waystation.platform.members.wallet.model;

import org.jspecify.annotations.NullMarked;
