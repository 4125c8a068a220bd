/** What the trail hears. */
@NullMarked
package dev.waystation.platform.insight.trust.triggers;

import org.jspecify.annotations.NullMarked;
