/**
 * Who may buy which part of a run, and when: buckets with reserves, caps, batches over time, a
 * checker of plans, protection levels and a what-if run. Pure decisions; no clock, no storage.
 */
@NullMarked
package dev.waystation.release;

import org.jspecify.annotations.NullMarked;
