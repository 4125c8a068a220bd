/** SQL of accounts, texts and addresses. */
@NullMarked
package dev.waystation.platform.engagement.channels.store;

import org.jspecify.annotations.NullMarked;
