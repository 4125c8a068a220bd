/**
 * The story of the product, told by API and in a real browser against a platform that runs as for a
 * user.
 */
@NullMarked
package dev.waystation.platform.story;

import org.jspecify.annotations.NullMarked;
