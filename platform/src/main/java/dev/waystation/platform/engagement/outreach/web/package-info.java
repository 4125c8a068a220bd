/** Tasks of staff over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.outreach.web;

import org.jspecify.annotations.NullMarked;
