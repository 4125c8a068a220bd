package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.foundation.edge.Malformed;

/**
 * A message that can not be taken as it is.
 *
 * @param place in the batch, from 0
 * @param raw the message as sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BadMessage(int place, Malformed fault, byte[] raw) {}
