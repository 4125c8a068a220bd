package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.Selection;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.Problem;
import dev.waystation.condition.Sentence;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Counts a condition while it is being written: by sets, or by the database where sets can't. */
@Service
public class CountSegment {

    /** Members one node of the condition selects by itself. */
    public record Leaf(String path, int count) {}

    /** One bar: those matched, those lost to a cause, those left. */
    public record Step(String code, Said label, int count) {}

    /** Why a face can't carry one leaf. */
    public record Refused(String face, String path, Said reason, Said remedy) {}

    /** How each face would ask; null where it can't. */
    public record Faces(@Nullable String sql, @Nullable String bitmap, List<Refused> refusals) {}

    /** Everything a builder shows beside a condition. */
    public record Counted(
            int count,
            int universe,
            List<Leaf> leaves,
            Said sentence,
            double tookMillis,
            List<Step> waterfall,
            Faces faces,
            Instant asOf) {}

    private final ReadConditions read;
    private final CurrentVocabulary vocabulary;
    private final AudienceSets sets;
    private final RecountStore recount;
    private final LoadMembers members;
    private final Clock clock;

    CountSegment(
            ReadConditions read,
            CurrentVocabulary vocabulary,
            AudienceSets sets,
            RecountStore recount,
            LoadMembers members,
            Clock clock) {
        this.read = read;
        this.vocabulary = vocabulary;
        this.sets = sets;
        this.recount = recount;
        this.members = members;
        this.clock = clock;
    }

    public Counted handle(@Nullable Object json) {
        Condition condition = read.parse(json);
        Attributes catalogue = vocabulary.attributes();
        int universe = sets.size();
        long start = System.nanoTime();
        List<Refused> refusals = new ArrayList<>();
        @Nullable SetPlan plan = null;
        SqlFace.@Nullable Where where = null;
        switch (SetFace.compile(condition, catalogue)) {
            case Face.Carried<SetPlan>(SetPlan carried) -> plan = carried;
            case Face.Refused<SetPlan>(List<Problem> reasons) ->
                    reasons.forEach(reason -> refusals.add(refused("bitmap", reason)));
        }
        switch (SqlFace.compile(condition, catalogue, Vocabulary.sql(catalogue))) {
            case Face.Carried<SqlFace.Where>(SqlFace.Where carried) -> where = carried;
            case Face.Refused<SqlFace.Where>(List<Problem> reasons) ->
                    reasons.forEach(reason -> refusals.add(refused("sql", reason)));
        }
        int count = 0;
        List<Leaf> leaves = new ArrayList<>();
        List<Step> waterfall = List.of();
        if (plan != null) {
            Selection selection = sets.select(plan, members.today());
            count = selection.count();
            selection.counts().forEach((path, n) -> leaves.add(new Leaf(path, n)));
            waterfall = Reach.waterfall(selection);
        } else if (where != null) {
            count = recount.members(where, members.today()).size();
        }
        double tookMillis = Math.round((System.nanoTime() - start) / 1e4) / 100.0;
        Faces faces =
                new Faces(
                        where == null ? null : where.text(),
                        plan == null
                                ? null
                                : plan.toString().replaceAll("\\$\\$Lambda[^,\\]]*", ""),
                        refusals);
        return new Counted(
                count,
                universe,
                leaves,
                Told.said(Sentence.of(condition, catalogue)),
                tookMillis,
                waterfall,
                faces,
                clock.instant());
    }

    private static Refused refused(String face, Problem reason) {
        return new Refused(face, reason.at(), Told.said(reason.text()), Told.said(reason.remedy()));
    }

    /** The count of a stored condition, as now. */
    public int count(Map<String, Object> json) {
        return handle(json).count();
    }
}
