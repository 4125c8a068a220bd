/** What can be done with money: open, receive, return. */
@NullMarked
package dev.waystation.platform.selling.payment.usecase;

import org.jspecify.annotations.NullMarked;
