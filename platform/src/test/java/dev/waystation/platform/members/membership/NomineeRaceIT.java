package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.membership.model.NomineeRules;
import dev.waystation.platform.members.membership.store.NomineeStore;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.members.membership.usecase.NominateTraveller;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 64 clients change one member's nominees at once. */
@PlatformIT
class NomineeRaceIT {

    private static final int CLIENTS = 64;
    private static final LocalDate BORN = LocalDate.of(1990, 2, 1);

    @Autowired Members members;
    @Autowired AddTraveller add;
    @Autowired NominateTraveller nominate;
    @Autowired NomineeStore store;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    @Capability("L83")
    void theYearsLimitAndTheListsLimitHoldHoweverManyAskAtOnce() throws Exception {
        long member = members.register(People.born(BORN)).value();
        List<Long> family = IntStream.range(0, 10).mapToObj(_ -> traveller(member)).toList();
        List<NominateTraveller.Outcome> added =
                together(number -> nominate.add(member, family.get(number % family.size())));
        assertThat(added)
                .filteredOn(each -> each instanceof NominateTraveller.Outcome.Listed)
                .hasSize(8);
        assertThat(nominate.current(member)).hasSize(8);
        List<Long> listed =
                nominate.current(member).stream().map(each -> each.travellerId()).toList();
        List<NominateTraveller.Outcome> removed =
                together(number -> nominate.remove(member, listed.get(number % listed.size())));
        assertThat(removed)
                .filteredOn(each -> each instanceof NominateTraveller.Outcome.Listed)
                .as("four changes a year")
                .hasSize(4);
        assertThat(nominate.current(member)).hasSize(4);
        assertThat(changes(member)).as("a removal that lost counts for nothing").isEqualTo(4);
        assertThat(removed)
                .contains(
                        new NominateTraveller.Outcome.Refused(
                                NomineeRules.Refusal.NOMINEES_CHANGED_TOO_OFTEN));
    }

    /** The control: who only reads how many changes there were lets everybody pass. */
    @Test
    void readingTheNumberFirstWouldLetTooManyPass() throws Exception {
        long member = members.register(People.born(BORN)).value();
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        List<Boolean> passed =
                together(_ -> {
                    boolean below =
                            store.ofMember(member).stream()
                                            .filter(each -> each.removedAt() != null)
                                            .count()
                                    < 4;
                    allHaveRead.await();
                    return below;
                });
        assertThat(passed).as("all of them saw room").containsOnly(true);
        List<Boolean> guarded =
                together(_ -> store.countChange(member, LocalDate.now(clock).getYear(), 4));
        assertThat(guarded).filteredOn(each -> each).hasSize(4);
    }

    private long changes(long member) {
        return jdbc.sql("select changes from membership.nominee_year where member_id = :member")
                .param("member", member)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private long traveller(long member) {
        return PeopleLinksIT.traveller(add, member);
    }

    private interface Act<T> {
        T of(int number) throws Exception;
    }

    private static <T> List<T> together(Act<T> act) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls =
                    IntStream.range(0, CLIENTS)
                            .<Callable<T>>mapToObj(number -> () -> act.of(number))
                            .toList();
            return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
