package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationContext;

/**
 * Members withdraw their consent while journeys offer them messages and the outbox is emptied. Who
 * has been answered before a batch was begun gets nothing of it; a letter that was already in the
 * sender's hand is counted apart.
 */
final class JourneyOptOuts {

    private static final int MEMBERS = Integer.getInteger("members", 1_000_000);
    private static final int ONE_OF = 10;

    /** Whatever was queued at the very instant of the offer is due by then. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Lanes have a pace; what they leave goes in later minutes of the same day. */
    private static final int ROUNDS = 500;

    private final Map<Long, Long> answered = new ConcurrentHashMap<>();
    private final ProofPost post;
    private final ChangeConsents consents;
    private final AdvanceDueEnrolments advance;
    private final DeliverDueMessages deliver;
    private final JourneysWorld world;
    private long late;
    private long inHand;

    JourneyOptOuts(ApplicationContext platform, JourneysWorld world) {
        this.world = world;
        this.post = platform.getBean(ProofPost.class);
        this.consents = platform.getBean(ChangeConsents.class);
        this.advance = platform.getBean(AdvanceDueEnrolments.class);
        this.deliver = platform.getBean(DeliverDueMessages.class);
    }

    boolean run(Instant now, Report report) {
        world.due(MEMBERS, now);
        var going = new AtomicBoolean(true);
        long first = world.first();
        CompletableFuture<Void> leaving =
                CompletableFuture.runAsync(() -> {
                    var random = new SplittableRandom(20_261_122);
                    for (int i = 0; i < MEMBERS / ONE_OF && going.get(); i++) {
                        withdraw(first + random.nextInt(MEMBERS));
                    }
                });
        long sent = 0;
        boolean more = true;
        while (more) {
            int moved = advance.handle(now);
            sent += sendAll(now.plus(SOON));
            more = moved > 0;
        }
        going.set(false);
        leaving.join();
        Instant later = now.plus(SOON);
        for (int i = 0; i < ROUNDS && sent + world.withheld() < MEMBERS; i++) {
            later = later.plus(SOON);
            sent += sendAll(later);
        }
        report.say(
                "opt-outs: %,d members, %,d letters, %,d consents withdrawn meanwhile"
                        .formatted(MEMBERS, sent, answered.size()));
        report.say(
                "opt-outs: %d letters to members who had been answered before, %d in hand when the answer came"
                        .formatted(late, inHand));
        long held = world.withheld();
        report.say("control: journeys offered %,d letters that the gate held back".formatted(held));
        return late == 0 && held > 0 && sent + held == MEMBERS;
    }

    private void withdraw(long member) {
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", false)),
                        "member"));
        answered.putIfAbsent(member, System.nanoTime());
    }

    private long sendAll(Instant now) {
        long letters = 0;
        int due;
        do {
            long began = System.nanoTime();
            due = deliver.handle(now);
            List<ProofPost.Sent> sent = post.collect();
            letters += sent.size();
            sent.forEach(letter -> judge(letter, began));
        } while (due > 0);
        return letters;
    }

    private void judge(ProofPost.Sent letter, long began) {
        Long answer = answered.get(letter.memberId());
        if (answer != null && answer < began) {
            late++;
        } else if (answer != null && answer < letter.at()) {
            inHand++;
        }
    }
}
