package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.facts.CodesGuessed;
import dev.waystation.platform.members.benefits.store.CodeAttemptStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the guessing of codes: ten wrong ones in ten minutes, by a member, an address or a device,
 * and none is looked at until the window ends. Counted in a transaction of its own, because a
 * request that fails is rolled back and the count must stay.
 */
@Component
public class Guesses {

    static final int ALLOWED = 10;
    static final long WINDOW_SECONDS = 600;

    private final CodeAttemptStore attempts;
    private final CodeDigest digest;
    private final FactLog facts;
    private final Clock clock;

    Guesses(CodeAttemptStore attempts, CodeDigest digest, FactLog facts, Clock clock) {
        this.attempts = attempts;
        this.digest = digest;
        this.facts = facts;
        this.clock = clock;
    }

    /** Who is typing: the member, and address and device as far as they are known. */
    public record Person(long memberId, List<String> traces) {
        public Person {
            traces = List.copyOf(traces);
        }

        public static Person member(long memberId) {
            return new Person(memberId, List.of());
        }
    }

    boolean lockedOut(Person person) {
        return attempts.most(keys(person), window()) >= ALLOWED;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void wrong(Person person) {
        if (attempts.failed(keys(person), window()) == ALLOWED) {
            facts.append(new CodesGuessed(person.memberId(), ALLOWED, clock.instant()));
        }
    }

    /** Windows nobody asks about any more. */
    @Transactional
    public int forget() {
        return attempts.forget(window());
    }

    public long secondsLeft() {
        return WINDOW_SECONDS - clock.instant().getEpochSecond() % WINDOW_SECONDS;
    }

    private List<byte[]> keys(Person person) {
        java.util.ArrayList<byte[]> keys = new java.util.ArrayList<>();
        keys.add(digest.who("member:" + person.memberId()));
        person.traces().forEach(trace -> keys.add(digest.who(trace)));
        // One order of rows for everybody who counts: no two counts wait for each other.
        keys.sort(java.util.Arrays::compareUnsigned);
        return keys;
    }

    private Instant window() {
        long second = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(second - second % WINDOW_SECONDS);
    }
}
