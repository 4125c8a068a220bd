package dev.waystation.journey;

import dev.waystation.condition.Condition;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a journey. A target may name a node that does not exist yet, because a canvas draft
 * is a graph too; {@link GraphCheck} names every such gap before a version is published.
 */
public sealed interface Node {

    /** The name by which arrows, counters and the trace refer to this node. */
    String id();

    /** Where this node can lead, in the order drawn; empty for a node that ends the journey. */
    List<String> targets();

    /** The one start of a graph. */
    record Entry(String id, String next) implements Node {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /** Waits a length of time, counted from the logical instant of arrival. */
    record WaitFor(String id, Duration length, String next) implements Node {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * Waits for the next time the venue's clocks show {@code localTime}.
     *
     * @param days of the week on which it may be; empty for any
     */
    record WaitUntil(String id, LocalTime localTime, Set<DayOfWeek> days, String next)
            implements Node {

        public WaitUntil {
            days = Set.copyOf(days);
        }

        /** On whatever day comes next. */
        public WaitUntil(String id, LocalTime localTime, String next) {
            this(id, localTime, Set.of(), next);
        }

        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * Waits for an instant that is known of the member, such as his departure, shifted by {@code
     * offset}. It is read anew whenever the member is looked at, so the wait moves when what it
     * hangs on moves. One that is over already holds nobody up.
     *
     * @param path of a text with an instant or a day
     * @param onAbsent where those go of whom no such instant is known
     */
    record WaitBy(String id, String path, Duration offset, String next, String onAbsent)
            implements Node {
        @Override
        public List<String> targets() {
            return List.of(next, onAbsent);
        }
    }

    /**
     * Waits for a fact about the member. The fact counts when it occurred after arrival, or since
     * the entry no more than {@code lookBack} before it, and no later than {@code patience} after
     * it; {@code lateness} is how long after that it may still be heard.
     *
     * @param picky whether not every such fact counts: whoever tells says of one that does under
     *     {@link #heardAs}
     */
    record Await(
            String id,
            String fact,
            Duration patience,
            Duration lateness,
            Duration lookBack,
            boolean picky,
            String onFact,
            String onTimeout)
            implements Node {

        /** Waits for any such fact. */
        public Await(
                String id,
                String fact,
                Duration patience,
                Duration lateness,
                Duration lookBack,
                String onFact,
                String onTimeout) {
            this(id, fact, patience, lateness, lookBack, false, onFact, onTimeout);
        }

        /** The name under which it is told of what it waits for. */
        public String heardAs() {
            return picky ? fact + "@" + id : fact;
        }

        /** Waits for what is still to come only. */
        public Await(
                String id,
                String fact,
                Duration patience,
                Duration lateness,
                String onFact,
                String onTimeout) {
            this(id, fact, patience, lateness, Duration.ZERO, onFact, onTimeout);
        }

        @Override
        public List<String> targets() {
            return List.of(onFact, onTimeout);
        }
    }

    /** Takes the first arm whose condition holds, else {@code otherwise}. */
    record Branch(String id, List<Arm> arms, String otherwise) implements Node {

        /** One way out of a branch; the label is what the canvas shows on the arrow. */
        public record Arm(String label, Condition condition, String next) {

            /** An arm that asks nothing would swallow everybody. */
            boolean asksNothing() {
                return switch (condition) {
                    case Condition.All all -> all.parts().isEmpty();
                    case Condition.Any any -> any.parts().isEmpty();
                    case Condition.Not _, Condition.Field _ -> false;
                    case Condition.Did _, Condition.Occurred _ -> false;
                };
            }
        }

        public Branch {
            arms = List.copyOf(arms);
        }

        @Override
        public List<String> targets() {
            var all = new ArrayList<>(arms.stream().map(Arm::next).toList());
            all.add(otherwise);
            return List.copyOf(all);
        }
    }

    /**
     * Divides members by hash, so that a replay or a second entry finds the same arm.
     *
     * @param trial the experiment whose arms these are; then its key salts the hash, so that the
     *     arm here is the arm everywhere, and every member who passes has seen his arm
     */
    record Split(String id, @Nullable String trial, List<Share> shares) implements Node {

        /** One arm and its part of ten thousand. */
        public record Share(String label, int perTenThousand, String next) {}

        /** A split that nothing is measured by. */
        public Split(String id, List<Share> shares) {
            this(id, null, shares);
        }

        public Split {
            shares = List.copyOf(shares);
        }

        @Override
        public List<String> targets() {
            return shares.stream().map(Share::next).toList();
        }
    }

    /**
     * Offers a message to the send gate. With a way out for a no, the member stands here until the
     * gate's answer is told ({@link Standing#answered}).
     *
     * @param onCapped where those go whom a cap keeps from it; absent: where the other refused go
     * @param onWithheld where those go who do not get it; absent: on
     */
    record Message(
            String id,
            String channel,
            String purpose,
            String template,
            String next,
            @Nullable String onCapped,
            @Nullable String onWithheld)
            implements Node {

        /** Goes on whatever the gate says. */
        public Message(String id, String channel, String purpose, String template, String next) {
            this(id, channel, purpose, template, next, null, null);
        }

        /** Whether the gate's answer decides the way. */
        public boolean asks() {
            return onCapped != null || onWithheld != null;
        }

        String after(String answer) {
            String refused = onWithheld == null ? next : onWithheld;
            return switch (answer) {
                case Standing.SENT -> next;
                case Standing.CAPPED -> onCapped == null ? refused : onCapped;
                default -> refused;
            };
        }

        @Override
        public List<String> targets() {
            return Stream.of(next, onCapped, onWithheld).flatMap(Stream::ofNullable).toList();
        }
    }

    /** Adds a tag to the member, or takes it away. */
    record Tag(String id, String tag, boolean adds, String next) implements Node {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * Gives the member something of worth.
     *
     * @param kind what sort of thing, in the words of whoever carries it out: points, coupon, pack
     * @param what which one: a currency, a campaign, a pack
     * @param amount how much of it, 1 for things
     */
    record Grant(String id, String kind, String what, long amount, String next) implements Node {
        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * Does something for the member that is over at once: writes an attribute, grants a tier, gives
     * staff a task.
     *
     * @param kind what sort of deed, in the words of whoever carries it out
     * @param with what that sort needs
     */
    record Act(String id, String kind, Map<String, String> with, String next) implements Node {

        public Act {
            with = Map.copyOf(with);
        }

        @Override
        public List<String> targets() {
            return List.of(next);
        }
    }

    /**
     * Asks another system about the member, who stands here until it has answered ({@link
     * Standing#answered(String, String, java.time.Instant)}) or patience is over. Patience counts
     * from the look that asked: an outage before it must not eat it up.
     *
     * @param address whom to ask, in the words of whoever carries it out
     * @param onFailed where those go about whom it answered nothing of use
     * @param onTimeout where those go about whom it did not answer in time
     */
    record Ask(
            String id,
            String address,
            Duration patience,
            String next,
            String onFailed,
            String onTimeout)
            implements Node {
        @Override
        public List<String> targets() {
            return List.of(next, onFailed, onTimeout);
        }
    }

    /** Ends the journey; {@code goal} says whether arriving here is what the journey was for. */
    record Exit(String id, boolean goal, String reason) implements Node {
        public Exit {
            Objects.requireNonNull(reason, "reason is null");
        }

        @Override
        public List<String> targets() {
            return List.of();
        }
    }
}
