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

    /** Whoever runs it on a slow machine gets an answer too, and reads that it is a part. */
    private static final Duration MOST = Duration.ofMinutes(Integer.getInteger("minutes", 45));

    /** Members of the control, all of whom withdraw before their letters are carried. */
    private static final int BLIND = 1_000;

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
    private long crowd;
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
        boolean seen = control(now, report);
        long begun = System.nanoTime();
        long first = world.next();
        crowd = first;
        world.due(MEMBERS, now);
        var going = new AtomicBoolean(true);
        CompletableFuture<Void> leaving =
                CompletableFuture.runAsync(() -> {
                    var random = new SplittableRandom(20_261_122);
                    for (int i = 0; i < MEMBERS / ONE_OF && going.get(); i++) {
                        withdraw(first + random.nextInt(MEMBERS));
                    }
                });
        long sent = 0;
        boolean more = true;
        while (more && inTime(begun)) {
            int moved = advance.handle(now);
            sent += sendAll(now.plus(SOON));
            more = moved > 0;
        }
        going.set(false);
        leaving.join();
        Instant later = now.plus(SOON);
        for (int i = 0; i < ROUNDS && sent + held(first) < MEMBERS && inTime(begun); i++) {
            later = later.plus(SOON);
            sent += sendAll(later);
        }
        long held = held(first);
        boolean whole = sent + held == MEMBERS;
        report.say(
                "opt-outs: %,d members, %,d letters, %,d consents withdrawn meanwhile, %d s"
                        .formatted(MEMBERS, sent, answered.size(), seconds(begun)));
        report.say(
                "opt-outs: %d letters to members who had been answered before, %d in hand when the answer came"
                        .formatted(late, inHand));
        report.say(
                "control: journeys offered %,d letters that the gate held back: %s"
                        .formatted(held, withheld(first)));
        if (!whole) {
            report.say(
                    "opt-outs: %,d members were not reached within %d minutes (-Dminutes=)"
                            .formatted(MEMBERS - sent - held, MOST.toMinutes()));
        }
        return seen && late == 0 && held > 0 && whole;
    }

    /**
     * The control: a sender that asks nobody carries what lies in the outbox after everybody has
     * withdrawn. The same judgement has to find every one of these letters.
     */
    private boolean control(Instant now, Report report) {
        long first = world.next();
        world.due(BLIND, now);
        advanceAll(now);
        for (int i = 0; i < BLIND; i++) {
            withdraw(first + i);
        }
        long began = System.nanoTime();
        List<Long> lies = world.inTheOutbox(first, first + BLIND - 1);
        lies.forEach(member -> judge(new ProofPost.Sent(member, System.nanoTime()), began));
        long found = late;
        sendAll(now.plus(SOON));
        boolean heldBack = late == found;
        report.say(
                "control: a sender that asks nobody carries %,d letters after the answer, %,d are found; the gate carries %,d of them"
                        .formatted(lies.size(), found, late - found));
        late = 0;
        inHand = 0;
        answered.clear();
        return found == BLIND && heldBack;
    }

    private void advanceAll(Instant now) {
        while (advance.handle(now) > 0) {
            // until nobody is due
        }
    }

    private Map<String, Long> withheld(long first) {
        return world.withheld(first, first + MEMBERS - 1);
    }

    private long held(long first) {
        return withheld(first).values().stream().mapToLong(each -> each).sum();
    }

    private static boolean inTime(long begun) {
        return System.nanoTime() - begun < MOST.toNanos();
    }

    private static long seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
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
            letters +=
                    sent.stream()
                            .filter(each ->
                                    each.memberId() >= crowd && each.memberId() < crowd + MEMBERS)
                            .count();
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
