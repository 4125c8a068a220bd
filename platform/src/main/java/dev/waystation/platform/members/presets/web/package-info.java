/** The gallery of ready-made programmes over HTTP. */
@NullMarked
package dev.waystation.platform.members.presets.web;

import org.jspecify.annotations.NullMarked;
