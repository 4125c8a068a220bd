package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.outreach.SeedOutreach;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task for the customers of the largest segment, one for groups and one for Moments. */
@Component
class SampleTasks implements SeedOutreach {

    private static final String TEXT = "wecom-weekend";
    private static final int LOOKED_AT = 50;

    private final ReconcileContacts reconcile;
    private final PlanTask plan;
    private final Segments segments;
    private final Templates templates;
    private final Clock clock;

    SampleTasks(
            ReconcileContacts reconcile,
            PlanTask plan,
            Segments segments,
            Templates templates,
            Clock clock) {
        this.reconcile = reconcile;
        this.plan = plan;
        this.segments = segments;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public void seed() {
        reconcile.handle(clock.instant());
        templates.publish(
                new Template.Draft(
                        TEXT,
                        new Said("周末夜游", "The park by night"),
                        new Said(
                                "周六周日乐园开到晚上十点，十八点后入园的夜场票已上架，座位和烟花场次可以在小程序里一起约。",
                                "On Saturday and Sunday the park is open until ten. Evening tickets"
                                        + " from six o'clock are on sale, with seats for the"
                                        + " fireworks.")));
        segments.find("", LOOKED_AT).stream()
                .filter(Segments.Named::published)
                .max(Comparator.comparingLong(each -> segments.count(each.segmentId())))
                .ifPresent(each -> ask(Kind.CUSTOMERS, each.segmentId(), List.of(), List.of()));
        ask(Kind.GROUPS, null, List.of("wr-rail", "wr-park"), List.of());
        ask(Kind.MOMENTS, null, List.of(), List.of("kefu-1", "kefu-2"));
    }

    private void ask(Kind kind, @Nullable Long segment, List<String> chats, List<String> staff) {
        plan.handle(new PlanTask.Command(kind, TEXT, segment, chats, staff, "demo"));
    }
}
