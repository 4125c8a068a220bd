/** The tables of the audience. */
@NullMarked
package dev.waystation.platform.engagement.audience.store;

import org.jspecify.annotations.NullMarked;
