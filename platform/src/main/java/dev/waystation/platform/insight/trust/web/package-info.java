/** The trail over HTTP. */
@NullMarked
package dev.waystation.platform.insight.trust.web;

import org.jspecify.annotations.NullMarked;
