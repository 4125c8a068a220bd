/** One class per vendor, and what keeps their accounts. */
@NullMarked
package dev.waystation.platform.engagement.channels.usecase;

import org.jspecify.annotations.NullMarked;
