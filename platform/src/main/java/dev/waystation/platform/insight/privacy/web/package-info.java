/** Pages of the privacy centre, and of the member. */
@NullMarked
package dev.waystation.platform.insight.privacy.web;

import org.jspecify.annotations.NullMarked;
