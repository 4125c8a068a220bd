/** Show, erase, prove, report. */
@NullMarked
package dev.waystation.platform.insight.privacy.usecase;

import org.jspecify.annotations.NullMarked;
