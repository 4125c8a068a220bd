/** Making, following and counting links. */
@NullMarked
package dev.waystation.platform.engagement.links.usecase;

import org.jspecify.annotations.NullMarked;
