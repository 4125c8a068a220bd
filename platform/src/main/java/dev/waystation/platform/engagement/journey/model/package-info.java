/** Journeys as drawn, and what their steps say: decisions without a database. */
@NullMarked
package dev.waystation.platform.engagement.journey.model;

import org.jspecify.annotations.NullMarked;
