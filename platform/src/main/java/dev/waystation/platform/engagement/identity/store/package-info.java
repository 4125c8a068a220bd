/** Persons, identifiers and the log in PostgreSQL. */
@NullMarked
package dev.waystation.platform.engagement.identity.store;

import org.jspecify.annotations.NullMarked;
