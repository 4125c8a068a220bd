package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.loyalty.model.BackTest;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets a stretch of the past earn again, once by the rules of then and once with a draft among
 * them, and says what would have been issued and what it would be worth. Writes nothing.
 */
@Component
public class BackTestRule implements JobWork {

    static final String KIND = "loyalty.back-test";
    private static final int PAGE = 2_000;

    private final EventStore events;
    private final RuleStore rules;
    private final RuleBook book;
    private final Programmes programmes;
    private final EarningRoom room;

    BackTestRule(
            EventStore events,
            RuleStore rules,
            RuleBook book,
            Programmes programmes,
            EarningRoom room) {
        this.events = events;
        this.rules = rules;
        this.book = book;
        this.programmes = programmes;
        this.room = room;
    }

    /** Starts a back-test of the newest version of a rule; both days are included. */
    @Component
    public static class Start {

        private final Jobs jobs;
        private final ListRules list;

        Start(Jobs jobs, ListRules list) {
            this.jobs = jobs;
            this.list = list;
        }

        public JobView handle(String code, LocalDate from, LocalDate to) {
            Malformed.require(!to.isBefore(from), "to", to, "give a day not before " + from);
            Malformed.require(
                    from.plusYears(2).isAfter(to), "from", from, "give two years at most");
            ListRules.Card card =
                    list.find(code)
                            .orElseThrow(
                                    () -> new Malformed("rule", code, "give the code of a rule"));
            ListRules.Version newest = card.versions().getFirst();
            if (!newest.faults().isEmpty()) {
                throw new Malformed("rule", code, newest.faults().getFirst().remedy());
            }
            return jobs.submit(
                    KIND, Map.of("rule", code, "from", from.toString(), "to", to.toString()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public BackTest.Result run(JsonNode parameters, JobProgress progress) {
        RuleVersion draft = rules.of(parameters.get("rule").asString()).getLast();
        Programme programme = programmes.of(draft.sketch().programme());
        Instant from = start(LocalDate.parse(parameters.get("from").asString()));
        Instant to = start(LocalDate.parse(parameters.get("to").asString()).plusDays(1));
        BackTest test = new BackTest(programme, draft.sketch().currency());
        progress.total(events.count(programme.code(), from, to));
        List<EarningRule> asWas = book.published();
        List<EarningRule> asDrafted = book.publishedWith(draft);
        long member = 0;
        String reference = "";
        long done = 0;
        List<EventStore.Known> page = List.of();
        do {
            page = events.between(programme.code(), from, to, member, reference, PAGE);
            for (EventStore.Known known : page) {
                test.add(
                        room.wishes(List.of(known.event()), List.of(known.earner()), asWas)
                                .getFirst(),
                        room.wishes(List.of(known.event()), List.of(known.earner()), asDrafted)
                                .getFirst(),
                        room.earning());
            }
            if (!page.isEmpty()) {
                member = page.getLast().event().memberId();
                reference = page.getLast().event().reference();
            }
            done += page.size();
            progress.done(done);
        } while (page.size() == PAGE && !progress.cancelled());
        if (progress.cancelled()) {
            progress.partial();
        }
        return test.result(parameters.get("from").asString(), parameters.get("to").asString());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(room.zone()).toInstant();
    }
}
