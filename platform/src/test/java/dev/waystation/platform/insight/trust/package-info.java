/** Tests of the audit trail. */
@NullMarked
package dev.waystation.platform.insight.trust;

import org.jspecify.annotations.NullMarked;
