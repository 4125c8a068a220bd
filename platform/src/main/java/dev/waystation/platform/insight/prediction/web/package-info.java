/** Models over HTTP. */
@NullMarked
package dev.waystation.platform.insight.prediction.web;

import org.jspecify.annotations.NullMarked;
