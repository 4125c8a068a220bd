package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Together;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.model.StudentEvidence;
import dev.waystation.platform.members.membership.usecase.VerifyStudent;
import dev.waystation.platform.selling.booking.model.StudentRules;
import dev.waystation.platform.selling.booking.store.StudentJourneys;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;

/** A student travels four times a year at the lower fare, between home and school. */
@PlatformIT
class StudentJourneysIT {

    private static final int CLIENTS = 64;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired VerifyStudent verify;
    @Autowired CancelOrder cancel;
    @Autowired RefundTicket refund;
    @Autowired StudentJourneys journeys;
    @Autowired Orders orders;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
    }

    @Test
    void fourJourneysAYearAndWhatIsGivenBackCountsNoMore() throws Exception {
        List<Run> runs = shop.oneAfterAnother(6);
        Student student = student("XXA", "XXC");
        List<Order> four =
                runs.subList(0, 4).stream().map(run -> shop.place(student.wish(run))).toList();
        long adult = shop.aMember();
        long full =
                shop.place(shop.wish(adult, runs.getFirst(), List.of(shop.self(adult))))
                        .amount()
                        .minor();
        assertThat(four).allMatch(each -> each.amount().minor() < full);
        OrderPlacement.Refused fifth = shop.refused(student.wish(runs.get(4)));
        assertThat(fifth.code()).isEqualTo(OrderRefusal.STUDENT_JOURNEYS_USED_UP);
        assertThat(Objects.requireNonNull(fifth.why()).reasons())
                .filteredOn(each -> !each.held())
                .extracting(each -> each.code())
                .containsExactly("journeys_left");
        mvc.perform(get("/v1/student-journeys").with(SignIn.member(student.member())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].used").value(4))
                .andExpect(jsonPath("$.items[0].left").value(0))
                .andExpect(jsonPath("$.items[0].tickets.length()").value(4));
        cancel.handle(four.getFirst().id());
        Order again = shop.place(student.wish(runs.get(4)));
        shop.pay(again);
        orders.settle(again.id());
        assertThat(used(student)).isEqualTo(4);
        refund.handle(again.tickets().getFirst().id());
        refund.handle(again.tickets().getFirst().id());
        assertThat(used(student)).as("given back once, also when asked twice").isEqualTo(3);
        shop.place(student.wish(runs.get(5)));
        assertThat(used(student)).isEqualTo(4);
    }

    @Test
    void offTheWayHomeTheFullFareIsOpenAndCountsNothing() {
        Run run = shop.aTrain();
        Student student = student("XXA", "XXB");
        OrderPlacement.Refused no = shop.refused(student.wish(run));
        assertThat(no.code()).isEqualTo(OrderRefusal.STUDENT_FARE_OFF_THE_WAY);
        OrderRequest wish = student.wish(run);
        Order full =
                shop.place(
                        new OrderRequest(
                                wish.reference(),
                                wish.memberId(),
                                wish.runId(),
                                0,
                                2,
                                "second",
                                student.self(),
                                List.of(),
                                student.self()));
        assertThat(full.tickets()).extracting(Ticket::group).containsExactly("general");
        assertThat(used(student)).isZero();
    }

    @Test
    void aClassWithoutStudentFareTakesNoJourney() {
        Run run = shop.aTrain();
        Student student = student("XXA", "XXB");
        shop.place(
                new OrderRequest(
                        UUID.randomUUID(),
                        student.member(),
                        run.id().value(),
                        0,
                        2,
                        "business",
                        student.self()));
        assertThat(used(student)).isZero();
    }

    @Test
    void ofSixtyFourClientsOneGetsTheLastJourneyWhoeverBuys() {
        List<Run> runs = shop.oneAfterAnother(3 + CLIENTS);
        Student student = student("XXA", "XXC");
        runs.subList(0, 3).forEach(run -> shop.place(student.wish(run)));
        List<Student> parents = new ArrayList<>(List.of(student));
        while (parents.size() < 4) {
            parents.add(parent(student));
        }
        List<OrderPlacement> answers =
                Together.run(
                        CLIENTS,
                        client -> orders.place(parents.get(client % 4).wish(runs.get(3 + client))));
        assertThat(answers)
                .filteredOn(each -> each instanceof OrderPlacement.Placed)
                .as("one journey was left")
                .hasSize(1);
        assertThat(answers)
                .filteredOn(each -> each instanceof OrderPlacement.Refused)
                .allMatch(each ->
                        ((OrderPlacement.Refused) each).code()
                                == OrderRefusal.STUDENT_JOURNEYS_USED_UP);
        assertThat(used(student)).isEqualTo(4);
    }

    @Test
    void journeysThatOthersBoughtCountButTheirTicketsAreNotShown() throws Exception {
        List<Run> runs = shop.oneAfterAnother(2);
        Student student = student("XXA", "XXC");
        shop.place(student.wish(runs.get(0)));
        Student parent = parent(student);
        Order bought = shop.place(parent.wish(runs.get(1)));
        mvc.perform(get("/v1/student-journeys").with(SignIn.member(parent.member())))
                .andExpect(jsonPath("$.items[0].used").value(2))
                .andExpect(jsonPath("$.items[0].tickets.length()").value(1))
                .andExpect(
                        jsonPath("$.items[0].tickets[0]")
                                .value(bought.tickets().getFirst().id().text()));
    }

    /** The control: who only reads how many are used lets everybody pass. */
    @Test
    void readingTheNumberFirstWouldSellTheLastOneToAll() {
        Run run = shop.aTrain();
        Student student = student("XXA", "XXC");
        CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
        List<Boolean> passed =
                Together.run(
                        CLIENTS,
                        _ -> {
                            boolean left = used(student) < 1;
                            try {
                                allHaveRead.await();
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            return left;
                        });
        assertThat(passed).as("all of them saw one left").containsOnly(true);
        Order order = shop.place(shop.wish(student.member(), run, student.self()));
        List<Boolean> guarded =
                Together.run(
                        CLIENTS,
                        client ->
                                journeys.take(
                                        order,
                                        10 + client,
                                        "control-" + order.id(),
                                        2026,
                                        1,
                                        clock.instant()));
        assertThat(guarded).filteredOn(each -> each).hasSize(1);
    }

    private int used(Student student) {
        return journeys.used(
                student.key(), StudentRules.USUAL.year(LocalDate.now(clock).plusDays(1)));
    }

    /** Somebody who has a student on the list of travellers. */
    private record Student(Shop shop, long member, long traveller, String card, String key) {
        List<Long> self() {
            return List.of(traveller);
        }

        OrderRequest wish(Run run) {
            return shop.wish(member, run, self());
        }
    }

    private Student student(String home, String school) {
        LocalDate born = LocalDate.of(2005, 3, 1);
        return verified(People.freshCard(born), home, school);
    }

    /** Another member who lists and verified the same student. */
    private Student parent(Student of) {
        return verified(of.card(), "XXA", "XXC");
    }

    private Student verified(String card, String home, String school) {
        long member = shop.aMember();
        long traveller = shop.aTraveller(member, LocalDate.of(2005, 3, 1), card);
        LocalDate today = LocalDate.now(clock);
        assertThat(
                        verify.handle(
                                new VerifyStudent.Command(
                                        member,
                                        traveller,
                                        new StudentEvidence(
                                                "测试大学",
                                                "2024A1234",
                                                today.minusYears(2),
                                                today.plusYears(2),
                                                home,
                                                school))))
                .isInstanceOf(VerifyStudent.Outcome.Verified.class);
        return new Student(shop, member, traveller, card, shop.key(member, traveller));
    }
}
