package dev.waystation.platform.engagement.journey.web;

import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.ShowJourneys;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A journey as the console draws it. */
record JourneyView(
        String id,
        String code,
        Said name,
        String state,
        int version,
        Trigger trigger,
        ReEntry reEntry,
        GraphDraft graph,
        Map<String, Counter> counters,
        long enrolled,
        long active,
        long completed,
        long converted,
        @Nullable Instant publishedAt,
        List<GraphProblem> problems) {

    /** Figures of one node. */
    record Counter(long entered, long waiting, long done, long left, long withheld) {}

    static JourneyView of(ShowJourneys.View view) {
        var row = view.journey();
        var counters = new TreeMap<String, Counter>();
        view.counters().forEach((node, count) -> counters.put(node, counter(count)));
        return new JourneyView(
                PublicId.encode("jrn", row.journeyId()),
                row.code(),
                row.name(),
                row.state(),
                row.version(),
                row.draft().trigger(),
                row.draft().reEntry(),
                row.draft().graph(),
                counters,
                view.totals().entered(),
                view.totals().active(),
                view.totals().converted() + view.totals().departed(),
                view.totals().converted(),
                row.publishedAt(),
                view.problems());
    }

    private static Counter counter(NodeCount count) {
        return new Counter(
                count.entered(), count.waiting(), count.done(), count.departed(), count.withheld());
    }
}
