/** Launches as the tables keep them. */
@NullMarked
package dev.waystation.platform.engagement.playbook.store;

import org.jspecify.annotations.NullMarked;
