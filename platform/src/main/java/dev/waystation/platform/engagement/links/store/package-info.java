/** SQL of links and clicks. */
@NullMarked
package dev.waystation.platform.engagement.links.store;

import org.jspecify.annotations.NullMarked;
