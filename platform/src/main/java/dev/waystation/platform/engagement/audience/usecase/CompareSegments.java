package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.Regions;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * How two to four segments overlap: members of every combination, counted exactly. One of them may
 * be a condition that is only being written.
 */
@Service
public class CompareSegments {

    /** How the answer calls a condition that is no segment yet. */
    public static final String DRAFT = "draft";

    /** Members who are in exactly these of the compared segments. */
    public record Region(List<String> segments, long count) {}

    /** The regions, and for each segment how many are in it at all. */
    public record Overlap(Map<String, Long> sizes, List<Region> regions, long inAll, long inAny) {}

    private final AudienceSets sets;
    private final ReadConditions read;
    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;

    CompareSegments(
            AudienceSets sets,
            ReadConditions read,
            CurrentVocabulary vocabulary,
            LoadMembers members) {
        this.sets = sets;
        this.read = read;
        this.vocabulary = vocabulary;
        this.members = members;
    }

    /** Of stored segments, as they are now. */
    public Overlap handle(List<Long> segmentIds) {
        return compare(stored(segmentIds));
    }

    /** Of stored segments and a condition; empty where the bitmaps cannot carry that. */
    public Optional<Overlap> handle(@Nullable Object json, List<Long> segmentIds) {
        Condition condition = read.parse(json);
        return switch (SetFace.compile(condition, vocabulary.attributes())) {
            case Face.Refused<SetPlan> _ -> Optional.empty();
            case Face.Carried<SetPlan>(SetPlan plan) -> {
                var asked = new LinkedHashMap<String, SetPlan>();
                asked.put(DRAFT, plan);
                asked.putAll(stored(segmentIds));
                yield Optional.of(compare(asked));
            }
        };
    }

    private static Map<String, SetPlan> stored(List<Long> segmentIds) {
        var plans = new LinkedHashMap<String, SetPlan>();
        segmentIds.forEach(id -> {
            String code = PublicId.encode("seg", id);
            plans.put(code, new SetPlan.Valued("", "segments", code::equals));
        });
        return plans;
    }

    private Overlap compare(Map<String, SetPlan> asked) {
        Malformed.require(
                asked.size() >= 2 && asked.size() <= Regions.MOST,
                "ids",
                asked.keySet(),
                "name two to four segments");
        List<String> names = List.copyOf(asked.keySet());
        Map<String, Long> sizes = new TreeMap<>();
        names.forEach(name -> sizes.put(name, 0L));
        List<Region> regions = new ArrayList<>();
        long all = 0;
        long any = 0;
        for (var one : sets.regions(List.copyOf(asked.values()), members.today()).entrySet()) {
            List<String> in = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (((one.getKey() >> i) & 1) == 1) {
                    in.add(names.get(i));
                }
            }
            long count = one.getValue();
            in.forEach(name -> sizes.merge(name, count, Long::sum));
            regions.add(new Region(in, count));
            any += count;
            all += in.size() == names.size() ? count : 0;
        }
        regions.sort(Comparator.comparingLong(Region::count).reversed());
        return new Overlap(sizes, regions, all, any);
    }
}
