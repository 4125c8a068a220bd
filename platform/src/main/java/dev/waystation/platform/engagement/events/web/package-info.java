/** The six calls and the sources. */
@NullMarked
package dev.waystation.platform.engagement.events.web;

import org.jspecify.annotations.NullMarked;
