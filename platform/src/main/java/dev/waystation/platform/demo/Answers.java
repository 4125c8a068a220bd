package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.messaging.facts.MessageQueued;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the sample world assumes about people who are written to by a journey: of a hundred, eight
 * buy within two days because of it. A control group is not written to, so experiments find this
 * assumption again, and nothing else; the screens call it a simulation.
 */
@Component
@Profile("demo")
class Answers implements FactReader {

    static final double SHARE = 0.08;
    static final Duration WITHIN = Duration.ofDays(2);

    private static final String JOURNEYS = "journey/";

    private record Answer(long memberId, Instant at) {}

    private final PriorityQueue<Answer> waiting =
            new PriorityQueue<>(Comparator.comparing(Answer::at));
    private final Set<Long> read = new HashSet<>();

    @Override
    public String name() {
        return "demo.answers";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(MessageQueued.class);
    }

    @Override
    public synchronized void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof MessageQueued message
                    && message.source().startsWith(JOURNEYS)
                    && read.add(message.messageId())) {
                SplittableRandom chance = new SplittableRandom(message.messageId());
                if (chance.nextDouble() < SHARE) {
                    long later = (long) (chance.nextDouble() * WITHIN.toSeconds());
                    waiting.add(new Answer(message.memberId(), message.dueAt().plusSeconds(later)));
                }
            }
        }
    }

    /** The members who come to buy until now. */
    synchronized List<Long> due(Instant now) {
        List<Long> members = new ArrayList<>();
        for (Answer next = waiting.peek();
                next != null && !next.at().isAfter(now);
                next = waiting.peek()) {
            members.add(waiting.remove().memberId());
        }
        return members;
    }
}
