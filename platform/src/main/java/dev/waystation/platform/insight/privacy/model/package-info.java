/** What was asked and what became of it. */
@NullMarked
package dev.waystation.platform.insight.privacy.model;

import org.jspecify.annotations.NullMarked;
