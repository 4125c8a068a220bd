/** Hears of consents and reveals. */
@NullMarked
package dev.waystation.platform.insight.privacy.triggers;

import org.jspecify.annotations.NullMarked;
