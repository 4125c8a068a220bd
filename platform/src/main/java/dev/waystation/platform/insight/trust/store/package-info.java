/** Rows of the audit trail. */
@NullMarked
package dev.waystation.platform.insight.trust.store;

import org.jspecify.annotations.NullMarked;
