package dev.waystation.journey;

import java.time.Instant;
import java.util.Map;

/**
 * What the world should do because a member passed a node. A node is passed once per enrolment, so
 * (enrolment, node) names the effect for good; whoever carries it out keeps that pair unique.
 */
public sealed interface Effect {

    String node();

    /** The logical instant of the step. */
    Instant at();

    /** Offer this template on this channel for this purpose; the send gate has the last word. */
    record OfferMessage(String node, Instant at, String channel, String purpose, String template)
            implements Effect {}

    /** Give so much of something; {@link Node.Grant} says of what. */
    record Give(String node, Instant at, String kind, String what, long amount) implements Effect {}

    /** The member saw this arm of an experiment, here and now. */
    record ShowArm(String node, Instant at, String trial, String arm) implements Effect {}

    /** Do this for the member; {@link Node.Act} says what. */
    record Do(String node, Instant at, String kind, Map<String, String> with) implements Effect {
        public Do {
            with = Map.copyOf(with);
        }
    }

    /** Ask there about the member until an instant; the answer is told to his standing. */
    record AskThere(String node, Instant at, String address, Instant until) implements Effect {}

    /** Add the tag, or take it away. */
    record ChangeTag(String node, Instant at, String tag, boolean adds) implements Effect {}
}
