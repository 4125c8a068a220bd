package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.outreach.OutreachRefusal;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.store.MassTaskRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A task somebody makes by hand: to customers of a segment, to groups, to Moments. */
@Service
public class PlanTask {

    static final String SOURCE = "staff/";

    private static final int MOST_GROUPS = 2_000;

    private final Templates templates;
    private final Segments segments;
    private final MassTaskRows tasks;
    private final ReserveReceivers reserve;
    private final Jobs jobs;
    private final Clock clock;

    PlanTask(
            Templates templates,
            Segments segments,
            MassTaskRows tasks,
            ReserveReceivers reserve,
            Jobs jobs,
            Clock clock) {
        this.templates = templates;
        this.segments = segments;
        this.tasks = tasks;
        this.reserve = reserve;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What is to be said to whom.
     *
     * @param segment for customers
     * @param chats for groups
     * @param staff for Moments: whose
     */
    public record Command(
            Kind kind,
            String template,
            @Nullable Long segment,
            List<String> chats,
            List<String> staff,
            String by) {
        public Command {
            chats = List.copyOf(chats);
            staff = List.copyOf(staff);
            boolean named =
                    switch (kind) {
                        case CUSTOMERS -> segment != null;
                        case GROUPS -> !chats.isEmpty();
                        case MOMENTS -> !staff.isEmpty();
                    };
            Malformed.require(
                    named, "kind", kind.word(), "name a segment, groups or staff, as it needs");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Made(long task) implements Outcome {}

        record Refused(OutreachRefusal code) implements Outcome {}
    }

    /** Who would be reached, and the limit that counts. */
    public record Preview(List<Prospect.Step> steps, Kind.Limit limit, String text) {}

    @Transactional(readOnly = true)
    public Preview preview(Command wanted) {
        String account =
                reserve.account()
                        .orElseThrow(() -> new Malformed("account", "", "connect WeCom first"));
        return new Preview(
                reserve.preview(account, wanted),
                reserve.limit(account, wanted.kind()),
                text(wanted).body().in(Locale.CHINESE));
    }

    @Transactional
    public Outcome handle(Command wanted) {
        Optional<String> account = reserve.account();
        if (account.isEmpty()) {
            return new Outcome.Refused(OutreachRefusal.WECOM_NOT_CONNECTED);
        }
        if (wanted.chats().size() > MOST_GROUPS) {
            return new Outcome.Refused(OutreachRefusal.MORE_THAN_2000_GROUPS);
        }
        Long segment = wanted.segment();
        if (segment != null && segments.name(segment).isEmpty()) {
            return new Outcome.Refused(OutreachRefusal.SEGMENT_NOT_FOUND);
        }
        Template text = text(wanted);
        if (reserve.preview(account.get(), wanted).getLast().count() == 0) {
            return new Outcome.Refused(OutreachRefusal.NOBODY_LEFT_TO_REACH);
        }
        return new Outcome.Made(make(account.get(), wanted, text));
    }

    private long make(String account, Command wanted, Template text) {
        Instant now = clock.instant();
        String source = SOURCE + UUID.randomUUID();
        long task =
                tasks.open(
                        new MassTaskRows.Wanted(
                                account,
                                wanted.kind(),
                                source,
                                wanted.template(),
                                text.title().in(Locale.CHINESE),
                                wanted.by()),
                        LocalDate.ofInstant(now, VenueZone.DEFAULT),
                        now);
        Long segment = wanted.segment();
        if (wanted.kind() == Kind.CUSTOMERS && segment != null) {
            jobs.submit(
                    OfferToSegment.KIND,
                    new OfferToSegment.Parameters(source, segment, wanted.template()));
        } else {
            reserve.handle(task, account, wanted, text.body().in(Locale.CHINESE), now);
        }
        return task;
    }

    private Template text(Command wanted) {
        Template text =
                templates
                        .latest(wanted.template())
                        .orElseThrow(() ->
                                new Malformed(
                                        "template", wanted.template(), "choose a published text"));
        Malformed.require(
                wanted.kind() == Kind.CUSTOMERS || text.placeholders().isEmpty(),
                "template",
                wanted.template(),
                "choose a text without values: it is the same for all");
        return text;
    }
}
