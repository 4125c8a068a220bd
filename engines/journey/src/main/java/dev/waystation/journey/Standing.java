package dev.waystation.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one member stands in one journey.
 *
 * @param member what splits hash; the same for every entry of a member
 * @param enteredAt when the enrolment began; facts before it are none of its business
 * @param node the node he waits at, or the last one he passed
 * @param arrivedAt the logical instant of arrival at that node: when the wait before it ended, not
 *     when somebody found time to say so
 * @param wakesAt when time alone moves him on; absent when he is out
 * @param heard facts told so far that the graph listens to, for nodes he has yet to reach
 */
public record Standing(
        String member,
        Instant enteredAt,
        State state,
        String node,
        Instant arrivedAt,
        @Nullable Instant wakesAt,
        List<Heard> heard) {

    /** More facts than this about one enrolment are not remembered; the oldest go. */
    public static final int MEMORY = 64;

    /** What the send gate can say to a message that asks. */
    public static final String SENT = "sent";

    public static final String CAPPED = "capped";
    public static final String WITHHELD = "withheld";

    /** What another system can say to a step that asks it. */
    public static final String ANSWERED = "answered";

    public static final String FAILED = "failed";

    /** A fact as remembered: which and when. Two with the same instant are one. */
    public record Heard(String fact, Instant at) {}

    /** About to enter, in flight, or one of the two ways to be out. */
    public enum State {
        ENTERING,
        WAITING,
        CONVERTED,
        LEFT
    }

    public Standing {
        heard = List.copyOf(heard);
    }

    /**
     * A member about to enter; the first {@link Interpreter#advance} takes him through the entry.
     */
    public static Standing entering(String member, String entryNode, Instant at) {
        return new Standing(member, at, State.ENTERING, entryNode, at, at, List.of());
    }

    /** He knows what the gate said to the message of a node. */
    public Standing answered(String node, String answer) {
        return having(new Heard(answer + "@" + node, arrivedAt));
    }

    /** He knows what the system said that a node asked; he is looked at from then on. */
    public Standing answered(String node, String answer, Instant at) {
        Standing knowing = having(new Heard(answer + "@" + node, at));
        return knowing.waitingAt(this.node, arrivedAt, at);
    }

    /** What a system said to a node, {@link #ANSWERED} or {@link #FAILED}, and when. */
    @Nullable Heard replyTo(String node) {
        return heard.stream()
                .filter(it ->
                        it.fact().equals(ANSWERED + "@" + node)
                                || it.fact().equals(FAILED + "@" + node))
                .findFirst()
                .map(it -> new Heard(it.fact().substring(0, it.fact().indexOf('@')), it.at()))
                .orElse(null);
    }

    @Nullable String answerTo(String node) {
        Set<String> known = heard.stream().map(Heard::fact).collect(Collectors.toSet());
        return Stream.of(SENT, CAPPED, WITHHELD)
                .filter(answer -> known.contains(answer + "@" + node))
                .findFirst()
                .orElse(null);
    }

    public boolean isOut() {
        return state == State.CONVERTED || state == State.LEFT;
    }

    /** The same standing, looked at from then on. */
    public Standing wakingAt(Instant then) {
        return new Standing(member, enteredAt, state, node, arrivedAt, then, heard);
    }

    Standing having(Heard news) {
        var all = new ArrayList<>(heard);
        all.add(news);
        all.sort(Comparator.comparing(Heard::at).thenComparing(Heard::fact));
        List<Heard> kept = all.size() > MEMORY ? all.subList(all.size() - MEMORY, all.size()) : all;
        return new Standing(member, enteredAt, state, node, arrivedAt, wakesAt, kept);
    }

    /** What he waits for, if it was told: the earliest such fact within the time of the await. */
    @Nullable Heard heardFor(Node.Await await, Instant since) {
        Instant from = since.minus(await.lookBack());
        Instant deadline = since.plus(await.patience());
        return heard.stream()
                .filter(it -> it.fact().equals(await.heardAs()))
                .filter(it -> it.at().isAfter(from) && !it.at().isAfter(deadline))
                .findFirst()
                .orElse(null);
    }

    Standing waitingAt(String there, Instant since, Instant until) {
        return new Standing(member, enteredAt, State.WAITING, there, since, until, heard);
    }

    Standing out(State how, String there, Instant at) {
        return new Standing(member, enteredAt, how, there, at, null, List.of());
    }
}
