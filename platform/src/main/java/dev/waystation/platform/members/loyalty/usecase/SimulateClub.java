package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.condition.MalformedCondition;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.ClubTrial;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who would move, and what it would cost, if a club's tiers took something else. Writes nothing.
 */
@Component
public class SimulateClub implements JobWork {

    static final String KIND = "loyalty.simulate-club";
    private static final int PAGE = 1_000;

    private final Programmes programmes;
    private final MetricStore metrics;
    private final ClubRoom room;
    private final JsonMapper json;

    SimulateClub(Programmes programmes, MetricStore metrics, ClubRoom room, JsonMapper json) {
        this.programmes = programmes;
        this.metrics = metrics;
        this.room = room;
        this.json = json;
    }

    /** Starts a simulation of other tiers for a club, or puts them in force. */
    @Component
    public static class Start {

        private final Jobs jobs;
        private final Programmes programmes;

        Start(Jobs jobs, Programmes programmes) {
            this.jobs = jobs;
            this.programmes = programmes;
        }

        public JobView handle(String code, List<Club.Level> tiers) {
            Club changed = changed(code, tiers);
            return jobs.submit(KIND, Map.of("club", code, "tiers", changed.tiers()));
        }

        /**
         * Takes effect for what is reached from now on; tiers already reached stay to their review.
         */
        public Club publish(String code, List<Club.Level> tiers) {
            Club changed = changed(code, tiers);
            Programme programme = programmes.withClub(code).orElseThrow();
            programmes.replace(
                    new Programme(
                            programme.code(),
                            programme.name(),
                            programme.rounding(),
                            programme.level(),
                            programme.minorPer100Points(),
                            programme.groups(),
                            programme.limits(),
                            programme.days(),
                            programme.places(),
                            programme.rules(),
                            programme.clubs().stream()
                                    .map(club -> club.code().equals(code) ? changed : club)
                                    .toList()));
            return changed;
        }

        private Club changed(String code, List<Club.Level> tiers) {
            Club club = programmes.club(code);
            List<String> known = club.tiers().stream().map(Club.Level::code).toList();
            Malformed.require(
                    tiers.stream()
                            .map(Club.Level::code)
                            .sorted()
                            .toList()
                            .equals(known.stream().sorted().toList()),
                    "tiers",
                    tiers.stream().map(Club.Level::code).toList(),
                    "give exactly the tiers " + known);
            Club changed =
                    new Club(club.code(), club.name(), club.measures(), tiers, club.policy());
            try {
                changed.tiers().forEach(changed::criteria);
            } catch (MalformedCondition refused) {
                var first = refused.problems().getFirst();
                throw new Malformed(
                        "tiers.criteria." + first.at(),
                        first.value(),
                        new Said(
                                first.text().zh() + "；" + first.remedy().zh(),
                                first.text().en() + "; " + first.remedy().en()));
            }
            Malformed.require(
                    changed.lowest().criteria().isEmpty(),
                    "tiers." + changed.lowest().code() + ".criteria",
                    changed.lowest().criteria(),
                    "leave the lowest tier open to everybody");
            return changed;
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
    public ClubTrial.Result run(JsonNode parameters, JobProgress progress) {
        Club club = programmes.club(parameters.get("club").asString());
        List<Club.Level> tiers =
                List.of(json.treeToValue(parameters.get("tiers"), Club.Level[].class));
        String programme = programmes.withClub(club.code()).orElseThrow().code();
        ClubTrial trial =
                new ClubTrial(
                        club,
                        new Club(club.code(), club.name(), club.measures(), tiers, club.policy()),
                        programme,
                        room.today());
        progress.total(metrics.countMembers(programme));
        long after = 0;
        long done = 0;
        List<Long> page;
        do {
            page = metrics.members(programme, after, PAGE);
            Map<Long, List<MetricDay>> days = metrics.of(page);
            for (long member : page) {
                trial.add(member, days.getOrDefault(member, List.of()));
                after = member;
            }
            done += page.size();
            progress.done(done);
        } while (page.size() == PAGE && !progress.cancelled());
        if (progress.cancelled()) {
            progress.partial();
        }
        return trial.result();
    }
}
