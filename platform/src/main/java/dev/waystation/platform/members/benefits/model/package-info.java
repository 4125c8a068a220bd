/** Decisions on values: prices of carts, codes, states of rewards, odds of draws. */
@NullMarked
package dev.waystation.platform.members.benefits.model;

import org.jspecify.annotations.NullMarked;
