/** Showing, launching and stopping playbooks. */
@NullMarked
package dev.waystation.platform.engagement.playbook.usecase;

import org.jspecify.annotations.NullMarked;
