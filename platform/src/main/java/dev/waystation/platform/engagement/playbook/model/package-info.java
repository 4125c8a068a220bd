/** What a playbook is and how it is drawn. */
@NullMarked
package dev.waystation.platform.engagement.playbook.model;

import org.jspecify.annotations.NullMarked;
