/** The send gate, quiet hours and template text: decisions without a database. */
@NullMarked
package dev.waystation.platform.engagement.messaging.model;

import org.jspecify.annotations.NullMarked;
