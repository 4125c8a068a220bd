/** What a link is, and who is taken for a person. */
@NullMarked
package dev.waystation.platform.engagement.links.model;

import org.jspecify.annotations.NullMarked;
