package dev.waystation.platform.story;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.usecase.RecordEarning;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to members in a world under ready-made programmes, and how it is read back. */
final class PresetWorld {

    private static final long FARE = 100_000;

    private final Stage stage;
    private long trips = 8_000_000_000L;

    PresetWorld(Stage stage) {
        this.stage = stage;
    }

    static long openDays(LocalDate from) {
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(visit -> from.plusDays(visit * 3L))
                .filter(day ->
                        day.getDayOfWeek() == java.time.DayOfWeek.SUNDAY
                                && (day.getDayOfMonth() + 6) / 7 == 2)
                .count();
    }

    String tierInPark(long member) {
        return Stage.items(
                        stage.staff()
                                .get(
                                        "/v1/members/%s/clubs"
                                                .formatted(PublicId.encode("mbr", member)))
                                .body())
                .stream()
                .map(each -> each.path("code").asString(""))
                .filter(each -> each.startsWith("park-"))
                .findFirst()
                .orElse("none");
    }

    void buy(long member, String reference, long minor, String category) {
        record(
                event(
                        member,
                        reference + "-" + member,
                        "order.paid",
                        List.of(EarningEvent.Line.paid("park", category, minor)),
                        Map.of()));
    }

    void record(EarningEvent event) {
        bean(RecordEarning.class).handle(List.of(event));
        settled();
    }

    EarningEvent event(
            long member,
            String reference,
            String trigger,
            List<EarningEvent.Line> lines,
            Map<String, Object> facts) {
        return new EarningEvent(
                "park",
                trigger,
                reference,
                member,
                stage.now(),
                "starriver",
                lines,
                facts,
                Said.same("test"));
    }

    void travel(long member, boolean senior, boolean student) {
        TripCompleted trip =
                new TripCompleted(
                        ++trips,
                        member,
                        1,
                        "second",
                        FARE,
                        senior,
                        student,
                        "HGG",
                        "CAN",
                        stage.now());
        bean(TransactionTemplate.class).executeWithoutResult(_ -> bean(FactLog.class).append(trip));
        settled();
    }

    /** Everything that follows from what happened so far has followed. */
    void settled() {
        bean(FactPump.class).drain();
    }

    Visitor.Answer claim(Person person, String order, LocalDate trip) {
        return person.visitor()
                .post(
                        "/v1/me/claims",
                        "{\"order\":\"%s\",\"tripOn\":\"%s\",\"evidence\":\"the paper ticket\"}"
                                .formatted(order, trip));
    }

    static Visitor.Answer nominate(Person person, String traveller) {
        return person.visitor()
                .post("/v1/me/nominees", "{\"travellerId\":\"%s\"}".formatted(traveller));
    }

    long member(String phone, String name, LocalDate born) {
        return PublicId.decode("mbr", person(phone, name, born).id());
    }

    Person person(String phone, String name, LocalDate born) {
        return stage.person(phone, name, born).register();
    }

    long spendable(long member) {
        return bean(Points.class).balance(member, Points.POINTS).spendable();
    }

    /** What the trip alone gave; campaigns of the sample world may give more on top. */
    long travelled(long member) {
        return Stage.items(
                        stage.staff()
                                .get(
                                        "/v1/members/%s/points"
                                                .formatted(PublicId.encode("mbr", member)))
                                .body()
                                .path("postings"))
                .stream()
                .filter(each -> each.path("source").asString("").equals("travel"))
                .mapToLong(each -> each.path("amount").asLong())
                .sum();
    }

    <T> T bean(Class<T> type) {
        return stage.platform().bean(type);
    }
}
