/** Links over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.links.web;

import org.jspecify.annotations.NullMarked;
