package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.TagUse;
import dev.waystation.platform.engagement.audience.TagUses;
import dev.waystation.platform.engagement.audience.store.CoverStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each tag fares: how its members grew, when its rule last ran, and who would miss it. */
@Service
public class ShowCoverage {

    /** Due members are looked at by this timer; all others with the event that concerns them. */
    private static final String RULES_RUN = "audience.flip";

    /**
     * One tag.
     *
     * @param trend its members at the end of each of the last days, today last
     * @param ranAt when its rule last ran; null for one set by hand
     * @param changedAt when its count last moved, as far back as is known
     */
    public record Coverage(
            String code,
            List<Integer> trend,
            @Nullable Instant ranAt,
            @Nullable Instant changedAt,
            List<TagUse> usedBy) {}

    private final TagStore tags;
    private final CoverStore covers;
    private final LoadMembers members;
    private final TimerWheel timers;
    private final List<TagUses> users;

    ShowCoverage(
            TagStore tags,
            CoverStore covers,
            LoadMembers members,
            TimerWheel timers,
            List<TagUses> users) {
        this.tags = tags;
        this.covers = covers;
        this.members = members;
        this.timers = timers;
        this.users = List.copyOf(users);
    }

    @Transactional(readOnly = true)
    public List<Coverage> handle() {
        Map<String, List<TagUse>> used =
                users.stream()
                        .flatMap(each -> each.uses().stream())
                        .collect(Collectors.groupingBy(TagUse::tag));
        Map<String, CoverStore.Cover> known =
                covers.after(members.today().minusDays(CoverTags.DAYS));
        Instant ran = timers.lastRun(RULES_RUN).orElse(null);
        return tags.all().stream()
                .map(tag -> {
                    CoverStore.Cover cover =
                            known.getOrDefault(tag.code(), new CoverStore.Cover(List.of(), null));
                    return new Coverage(
                            tag.code(),
                            cover.members(),
                            tag.condition() == null ? null : ran,
                            cover.changedAt(),
                            used.getOrDefault(tag.code(), List.of()));
                })
                .toList();
    }
}
