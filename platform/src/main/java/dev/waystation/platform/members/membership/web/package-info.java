/** Members over HTTP. */
@NullMarked
package dev.waystation.platform.members.membership.web;

import org.jspecify.annotations.NullMarked;
