/**
 * The journey interpreter: a published graph, where a member stands in it, and what just happened,
 * give the next standing, the effects to carry out and the reasons for them. Pure: time, attributes
 * and chance come from outside.
 */
@NullMarked
package dev.waystation.journey;

import org.jspecify.annotations.NullMarked;
