/** Benefits for members, staff and tills. */
@NullMarked
package dev.waystation.platform.members.benefits.web;

import org.jspecify.annotations.NullMarked;
