package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Effect;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.experiment.Experiments;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Offers messages, changes tags and gives gifts for a batch of steps, in their transaction. */
@Component
class CarryOutEffects {

    private final Outbox outbox;
    private final Tags tags;
    private final GiveGrants grants;
    private final Experiments experiments;
    private final TellReasons reasons;

    CarryOutEffects(
            Outbox outbox,
            Tags tags,
            GiveGrants grants,
            Experiments experiments,
            TellReasons reasons) {
        this.outbox = outbox;
        this.tags = tags;
        this.grants = grants;
        this.experiments = experiments;
        this.reasons = reasons;
    }

    /** What the send gate, wallet and benefits said to each message and gift, by reference. */
    Map<UUID, StepAnswer> handle(List<MoveEnrolments.Moved> moves) {
        var offers = new ArrayList<MessageOffer>();
        var changes = new ArrayList<TagChange>();
        var gifts = new ArrayList<GiveGrants.Gift>();
        var sights = new ArrayList<Experiments.Sight>();
        TellReasons.Ways ways = reasons.of(moves);
        for (MoveEnrolments.Moved moved : moves) {
            for (Effect effect : moved.advance().effects()) {
                switch (effect) {
                    case Effect.OfferMessage message -> offers.add(offer(moved, message, ways));
                    case Effect.ChangeTag tag ->
                            changes.add(
                                    new TagChange(
                                            moved.before().memberId(),
                                            tag.tag(),
                                            tag.adds(),
                                            source(moved),
                                            ways.upTo(moved, tag.node())));
                    case Effect.Give give ->
                            gifts.add(
                                    new GiveGrants.Gift(
                                            moved.before().effectReference(give.node()),
                                            moved.before().memberId(),
                                            give,
                                            source(moved),
                                            ways.upTo(moved, give.node())));
                    case Effect.ShowArm show ->
                            sights.add(
                                    new Experiments.Sight(
                                            show.trial(),
                                            moved.before().memberId(),
                                            show.arm(),
                                            show.at()));
                }
            }
        }
        if (!changes.isEmpty()) {
            tags.change(changes);
        }
        if (!sights.isEmpty()) {
            experiments.saw(sights);
        }
        var answers = new HashMap<UUID, StepAnswer>();
        if (!gifts.isEmpty()) {
            answers.putAll(grants.handle(gifts));
        }
        if (!offers.isEmpty()) {
            List<SendOutcome> outcomes = outbox.offerAll(offers);
            for (int i = 0; i < offers.size(); i++) {
                answers.put(offers.get(i).reference(), StepAnswer.of(outcomes.get(i)));
            }
        }
        return answers;
    }

    private static MessageOffer offer(
            MoveEnrolments.Moved moved, Effect.OfferMessage message, TellReasons.Ways ways) {
        Enrolment before = moved.before();
        return new MessageOffer(
                before.effectReference(message.node()),
                before.memberId(),
                message.channel(),
                message.purpose(),
                message.template(),
                before.context(),
                source(moved),
                ways.upTo(moved, message.node()));
    }

    private static String source(MoveEnrolments.Moved moved) {
        return "journey/" + moved.code();
    }
}
