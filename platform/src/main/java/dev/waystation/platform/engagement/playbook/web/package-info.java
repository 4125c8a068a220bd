/** Playbooks over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.playbook.web;

import org.jspecify.annotations.NullMarked;
