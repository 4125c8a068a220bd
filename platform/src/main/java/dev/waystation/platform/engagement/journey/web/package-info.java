/** Journeys over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.journey.web;

import org.jspecify.annotations.NullMarked;
