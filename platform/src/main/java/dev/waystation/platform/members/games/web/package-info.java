/** Games over HTTP. */
@NullMarked
package dev.waystation.platform.members.games.web;

import org.jspecify.annotations.NullMarked;
