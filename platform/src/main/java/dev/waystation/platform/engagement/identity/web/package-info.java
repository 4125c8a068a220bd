/** What staff decides about identifiers. */
@NullMarked
package dev.waystation.platform.engagement.identity.web;

import org.jspecify.annotations.NullMarked;
