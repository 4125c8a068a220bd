/** What is offered and when; no storage. */
@NullMarked
package dev.waystation.platform.selling.awards.model;

import org.jspecify.annotations.NullMarked;
