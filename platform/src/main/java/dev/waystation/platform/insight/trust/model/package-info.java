/** Entries of the audit trail. */
@NullMarked
package dev.waystation.platform.insight.trust.model;

import org.jspecify.annotations.NullMarked;
