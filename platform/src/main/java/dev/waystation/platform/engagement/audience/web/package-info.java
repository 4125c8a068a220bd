/** Segments, tags and attributes over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.audience.web;

import org.jspecify.annotations.NullMarked;
