/** Signatures and accounts: what is known without asking anybody. */
@NullMarked
package dev.waystation.platform.engagement.channels.model;

import org.jspecify.annotations.NullMarked;
