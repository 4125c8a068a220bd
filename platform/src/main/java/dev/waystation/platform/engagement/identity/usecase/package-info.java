/** Finding people and taking it back. */
@NullMarked
package dev.waystation.platform.engagement.identity.usecase;

import org.jspecify.annotations.NullMarked;
