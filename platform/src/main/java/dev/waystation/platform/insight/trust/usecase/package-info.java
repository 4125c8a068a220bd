/** How the trail is written, read and checked. */
@NullMarked
package dev.waystation.platform.insight.trust.usecase;

import org.jspecify.annotations.NullMarked;
