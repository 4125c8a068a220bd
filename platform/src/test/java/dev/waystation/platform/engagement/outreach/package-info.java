@NullMarked
package dev.waystation.platform.engagement.outreach;

import org.jspecify.annotations.NullMarked;
