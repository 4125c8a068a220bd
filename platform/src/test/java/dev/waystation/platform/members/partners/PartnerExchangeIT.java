package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Conversion.State;
import dev.waystation.platform.members.partners.usecase.AskConversion;
import dev.waystation.platform.members.partners.usecase.ReceiveFile;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PartnerExchangeIT extends PartnerDesk {

    private static final int CLIENTS = 64;

    @Test
    @Capability("L87")
    void aFileSentTwiceWithOneLineChangedPostsNothingAndNamesTheConflict() {
        prepaid(10_000);
        long member = member();
        String one = fresh();
        String two = fresh();
        List<String> day = List.of(line(one, id(member), 500), line(two, id(member), 300));
        assertThat(answers(file(day, 800))).containsExactly("ACCEPTED", "ACCEPTED");
        carryOut.run();
        assertThat(balance(member).spendable()).isEqualTo(80);
        assertThat(answers(file(day, 800))).containsExactly("REPEATED", "REPEATED");
        List<String> changed = List.of(line(one, id(member), 500), line(two, id(member), 310));
        assertThat(answers(file(changed, 810)))
                .containsExactly("REPEATED", "CONVERSION_EVENT_DIFFERS");
        carryOut.run();
        assertThat(balance(member).spendable()).isEqualTo(80);
    }

    @Test
    @Capability("L87")
    void wrongTotalsTakeNothingAndEveryBadLineIsAnsweredForItself() {
        prepaid(10_000);
        long member = member();
        String known = fresh();
        List<String> lines =
                List.of(
                        line(known, id(member), 500),
                        line(fresh(), "mbr_nobody", 100),
                        "broken,,,",
                        line(fresh(), id(member), 3));
        assertThat(file(lines, 604))
                .isEqualTo(
                        new ReceiveFile.Outcome.Refused(PartnerRefusal.FILE_TOTALS_DIFFER, 4, 603));
        assertThat(find.event(partner(), known)).isEmpty();
        assertThat(answers(file(lines, 603)))
                .containsExactly("ACCEPTED", "SUSPENSE", "LINE_IS_BROKEN", "CONVERSION_TOO_SMALL");
    }

    @Test
    @Capability("L87")
    void whoNobodyKnowsWaitsInSuspenseUntilSomebodyFindsTheMember() {
        prepaid(10_000);
        long member = member();
        String event = fresh();
        in(event, null, 700);
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.SUSPENSE);
        assertThat(find.assign(event(event).id(), member)).isEmpty();
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.DONE);
        assertThat(balance(member).spendable()).isEqualTo(70);
        assertThat(find.assign(event(event).id(), member))
                .contains(PartnerRefusal.CONVERSION_IS_NOT_IN_SUSPENSE);
    }

    @Test
    void whatWaitsIsCountedAndListedHoweverMuchCameAfterIt() {
        prepaid(100_000);
        long member = member();
        var before = find.counts(partner());
        String waits = fresh();
        in(waits, null, 100);
        for (int each = 0; each < 100; each++) {
            in(fresh(), member, 100);
        }
        jdbc.sql(
                        """
                        update partners.conversion set asked_at = asked_at - interval '1 day'
                        where event_id = :event
                        """)
                .param("event", waits)
                .update();
        carryOut.run();
        assertThat(find.ofPartner(partner()))
                .as("the latest hundred")
                .noneMatch(each -> each.eventId().equals(waits));
        assertThat(find.suspended(partner())).anyMatch(each -> each.eventId().equals(waits));
        var after = find.counts(partner());
        assertThat(after.suspense() - before.suspense()).isEqualTo(1);
        assertThat(after.in() - before.in()).isEqualTo(100);
        assertThat(after.out()).isEqualTo(before.out());
    }

    @Test
    @Capability("L87")
    void pointsThatGoOutAreHeldFirstAndSpentWhenThePartnerHasThem() {
        postpaid(0);
        long member = member();
        give(member, 1_000);
        String event = fresh();
        assertThat(refusal(byMember(Direction.OUT, fresh(), member, "62220001", 1_001)))
                .isEqualTo(PartnerRefusal.CONVERSION_BALANCE_TOO_LOW);
        byMember(Direction.OUT, event, member, "62220001", 800);
        assertThat(balance(member).held()).isEqualTo(800);
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.DONE);
        assertThat(event(event).units()).isEqualTo(100);
        assertThat(balance(member).held()).isZero();
        assertThat(balance(member).spendable()).isEqualTo(200);
        String refused = fresh();
        byMember(Direction.OUT, refused, member, "62220000", 200);
        carryOut.run();
        assertThat(event(refused).code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(balance(member).spendable()).as("the hold came back").isEqualTo(200);
    }

    @Test
    @Capability("L87")
    void aLostAnswerIsAskedForAndNeverSentAgain() {
        postpaid(10_000);
        long member = member();
        give(member, 500);
        String event = fresh();
        byMember(Direction.OUT, event, member, "62229999", 400);
        carryOut.run();
        assertThat(event(event).state()).as("we can't know").isEqualTo(State.SENT);
        assertThat(balance(member).held()).isEqualTo(400);
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.DONE);
        assertThat(taken(event(event))).as("once, at the partner").isEqualTo(1);
        assertThat(balance(member).spendable()).isEqualTo(100);
    }

    @Test
    @Capability("L87")
    void whatNeverArrivedIsGivenUpOnlyAfterItsDeadline() {
        postpaid(10_000);
        long member = member();
        give(member, 500);
        String event = fresh();
        byMember(Direction.OUT, event, member, "62228888", 400);
        carryOut.run();
        carryOut.run();
        assertThat(event(event).state())
                .as("before the deadline it may still be on its way")
                .isEqualTo(State.SENT);
        jdbc.sql(
                        """
                        update partners.conversion set deadline = asked_at - interval '1 second'
                        where id = :id
                        """)
                .param("id", event(event).id())
                .update();
        carryOut.run();
        assertThat(event(event).state()).isEqualTo(State.REFUSED);
        assertThat(event(event).code()).isEqualTo("NEVER_ARRIVED");
        assertThat(balance(member).spendable()).isEqualTo(500);
    }

    @Test
    @Capability("L87")
    void aMembersOwnWishIntoOurPointsTakesTheirsFirstAndGivesAPackBackWhenRefused() {
        prepaid(1_000);
        long member = member();
        String event = fresh();
        byMember(Direction.IN, event, member, "62220001", 500);
        assertThat(balance(member).spendable()).as("nothing before theirs is gone").isZero();
        carryOut.run();
        assertThat(balance(member).spendable()).isEqualTo(50);
        byMember(Direction.IN, fresh(), member, "62220000", 500);
        assertThat(partners.find(code).orElseThrow().left()).isEqualTo(900);
        carryOut.run();
        assertThat(balance(member).spendable()).isEqualTo(50);
        assertThat(partners.find(code).orElseThrow().left()).isEqualTo(950);
    }

    @Test
    @Capability("L87")
    void controlLookingFirstAndPostingThenLetsCopiesOfAnEventPassTogether() throws Exception {
        List<String> posted = Collections.synchronizedList(new ArrayList<>());
        String event = fresh();
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        race(() -> {
            boolean known = posted.contains(event);
            together.await();
            if (!known) {
                posted.add(event);
            }
            return !known;
        });
        assertThat(posted).hasSizeGreaterThan(1);
    }

    @Test
    @Capability("L87")
    void ofSixtyFourCopiesOfAnEventAtOnceOneIsPostedHoweverOftenItIsCarriedOut() throws Exception {
        prepaid(10_000);
        long member = member();
        String event = fresh();
        List<Boolean> first =
                race(() -> {
                    AskConversion.Outcome outcome = in(event, member, 1_000);
                    carryOut.run();
                    return outcome instanceof AskConversion.Outcome.Asked asked
                            && !asked.repeated();
                });
        assertThat(first.stream().filter(each -> each)).hasSize(1);
        carryOut.run();
        assertThat(balance(member).spendable()).isEqualTo(100);
        assertThat(partners.find(code).orElseThrow().left()).isEqualTo(9_900);
    }

    private long taken(Conversion conversion) {
        return jdbc.sql("select count(*) from partners.sandbox_transfer where reference = :id")
                .param("id", conversion.id())
                .query(Long.class)
                .single();
    }

    private static String line(String event, String member, long units) {
        return "%s,%s,%d,2026-11-15 23:30:00".formatted(event, member, units);
    }

    private static List<Boolean> race(Callable<Boolean> call) throws Exception {
        try (ExecutorService clients =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(call));
            }
            List<Boolean> all = new ArrayList<>();
            for (Future<Boolean> each : answers) {
                all.add(each.get());
            }
            return all;
        }
    }
}
