/** The graph of identifiers and its rules. */
@NullMarked
package dev.waystation.platform.engagement.identity.model;

import org.jspecify.annotations.NullMarked;
