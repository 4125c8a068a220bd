package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.experiment.Trials;
import dev.waystation.platform.engagement.journey.LaunchedJourneys;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.playbook.model.Drawing;
import dev.waystation.platform.engagement.playbook.model.Launch;
import dev.waystation.platform.engagement.playbook.model.Playbook;
import dev.waystation.platform.engagement.playbook.model.Values;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts of a launch, each by the door of the module that owns it. */
@Component
class MakeParts {

    private static final String SEGMENT = "seg";
    private static final int PAGE = 2_000;
    private static final int TEN_THOUSAND = 10_000;

    /** A text for marketing says how to refuse the next one; the law asks for it in SMS. */
    private static final Said REFUSE = new Said("退订回复 T", " Reply T to opt out.");

    private final Audiences audiences;
    private final Segments segments;
    private final Trials trials;
    private final Templates templates;
    private final LaunchedJourneys journeys;

    MakeParts(
            Audiences audiences,
            Segments segments,
            Trials trials,
            Templates templates,
            LaunchedJourneys journeys) {
        this.audiences = audiences;
        this.segments = segments;
        this.trials = trials;
        this.templates = templates;
        this.journeys = journeys;
    }

    boolean isPublished(String segment) {
        return PublicId.isOne(SEGMENT, segment)
                && segments.name(PublicId.decode(SEGMENT, segment)).isPresent();
    }

    /** The segment whose members enter; null where a fact lets them in. */
    @Nullable Long segment(Playbook book, Values values) {
        if (book.isForChosen()) {
            return PublicId.decode(SEGMENT, values.text("segment"));
        }
        return book.trigger() == null
                ? audiences.publish(book.name(), condition(book, values))
                : null;
    }

    static Map<String, Object> condition(Playbook book, Values values) {
        return tree(values, book.who());
    }

    Playbook.Trigger trigger(Playbook book, Values values, @Nullable Long segment) {
        Playbook.Trigger own = book.trigger();
        if (own != null) {
            return new Playbook.Trigger(own.fact(), tree(values, own.when()));
        }
        var when = new HashMap<String, Object>();
        when.put("segment", PublicId.encode(SEGMENT, Objects.requireNonNull(segment)));
        if (values.flag("present") && !book.isForChosen()) {
            // asked for by name, those count whom the publishing found in it; merging never does
            when.put("cause", Map.of("$ne", "merge"));
        }
        return new Playbook.Trigger("SegmentEntered", when);
    }

    /** The experiment that tells what the offer did; null where everybody gets it. */
    @Nullable String trial(Playbook book, Values values, String code) {
        int control = values.whole("control") * TEN_THOUSAND / 100;
        if (control == 0) {
            return null;
        }
        trials.begin(
                code,
                book.name(),
                List.of(
                        new Trials.Arm(Drawing.CONTROL, new Said("对照组", "Control"), control),
                        new Trials.Arm(
                                Drawing.OFFER, new Said("参加", "Offer"), TEN_THOUSAND - control)));
        return code;
    }

    /** The text, with the values of this launch in it. */
    String template(Playbook book, Values values, String code) {
        templates.publish(
                new Template.Draft(code, values.in(book.message().title()), body(book, values)));
        return code;
    }

    static Said body(Playbook book, Values values) {
        Said body = values.in(book.message().body());
        boolean refusable = book.message().isMarketing() && values.text("channel").equals("sms");
        return refusable ? new Said(body.zh() + REFUSE.zh(), body.en() + REFUSE.en()) : body;
    }

    int enter(Launch launch) {
        long segment = Objects.requireNonNull(launch.segmentId());
        int entered = 0;
        List<Long> page = segments.members(segment, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            entered += journeys.enter(launch.journeyId(), page, "launch-" + launch.launchId());
            page = segments.members(segment, page.getLast(), PAGE);
        }
        return entered;
    }

    @SuppressWarnings("unchecked") // a tree that begins with an object stays one
    private static Map<String, Object> tree(Values values, Map<String, Object> of) {
        return (Map<String, Object>) values.inTree(of);
    }
}
