@NullMarked
package dev.waystation.platform.engagement.links.model;

import org.jspecify.annotations.NullMarked;
