/** Accounts and news of vendors over HTTP. */
@NullMarked
package dev.waystation.platform.engagement.channels.web;

import org.jspecify.annotations.NullMarked;
