package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Timetable;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.OpeningRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets members in when the clock says so, a page of members per transaction. Each slot opens once;
 * of slots that passed unseen only the last one counts, and none from before the publication.
 */
@Service
public class OpenOnTime {

    private static final int PAGE = 2_000;

    private final LiveJourneys journeys;
    private final DefinitionRows definitions;
    private final OpeningRows openings;
    private final EnterMembers enter;
    private final Segments segments;
    private final Members members;

    OpenOnTime(
            LiveJourneys journeys,
            DefinitionRows definitions,
            OpeningRows openings,
            EnterMembers enter,
            Segments segments,
            Members members) {
        this.journeys = journeys;
        this.definitions = definitions;
        this.openings = openings;
        this.enter = enter;
        this.segments = segments;
        this.members = members;
    }

    private record Page(List<Long> entering, long last, boolean done) {}

    /** One page for one journey whose slot is not done; answers whether there was any. */
    @Transactional
    public boolean handle(Instant now) {
        for (Definition definition : journeys.open()) {
            Timetable at = definition.content().trigger().at();
            if (at != null && open(definition, at, now)) {
                return true;
            }
        }
        return false;
    }

    private boolean open(Definition definition, Timetable at, Instant now) {
        Instant slot = at.lastSlot(now, VenueZone.DEFAULT);
        if (slot.isAfter(now) || !slot.isAfter(publishedAt(definition))) {
            return false;
        }
        if (!definitions.isOpen(definition.journeyId())) {
            return false;
        }
        Optional<Long> after = openings.claim(definition.journeyId(), slot);
        if (after.isEmpty()) {
            return false;
        }
        Page page = page(at, slot, after.get());
        int entered =
                page.entering().isEmpty()
                        ? 0
                        : enter.handle(
                                definition.journeyId(), page.entering(), "slot-" + slot, now);
        openings.mark(definition.journeyId(), slot, page.last(), entered, page.done());
        return true;
    }

    private Instant publishedAt(Definition definition) {
        return definitions
                .one(definition.journeyId())
                .flatMap(row -> Optional.ofNullable(row.publishedAt()))
                .orElse(Instant.MAX);
    }

    private Page page(Timetable at, Instant slot, long after) {
        String segment = at.segment();
        if (segment != null) {
            List<Long> all = segments.members(PublicId.decode("seg", segment), after, PAGE);
            return new Page(all, all.isEmpty() ? after : all.getLast(), all.size() < PAGE);
        }
        LocalDate day = slot.atZone(VenueZone.DEFAULT).toLocalDate();
        List<MemberProfile> all = members.profiles(after, PAGE);
        List<Long> entering =
                all.stream()
                        .filter(each -> at.isTimeOf(kept(each, at), day))
                        .map(MemberProfile::memberId)
                        .toList();
        return new Page(
                entering, all.isEmpty() ? after : all.getLast().memberId(), all.size() < PAGE);
    }

    private static LocalDate kept(MemberProfile each, Timetable at) {
        return Timetable.BIRTHDAY.equals(at.attribute())
                ? each.birthDate()
                : LocalDate.ofInstant(each.joinedAt(), VenueZone.DEFAULT);
    }
}
