package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Effect;
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

/** Offers messages, does deeds, asks and gives gifts for a batch of steps, in their transaction. */
@Component
class CarryOutEffects {

    private final Outbox outbox;
    private final DoDeeds deeds;
    private final AskSystems systems;
    private final GiveGrants grants;
    private final Experiments experiments;
    private final TellReasons reasons;

    CarryOutEffects(
            Outbox outbox,
            DoDeeds deeds,
            AskSystems systems,
            GiveGrants grants,
            Experiments experiments,
            TellReasons reasons) {
        this.outbox = outbox;
        this.deeds = deeds;
        this.systems = systems;
        this.grants = grants;
        this.experiments = experiments;
        this.reasons = reasons;
    }

    /** What was said to each message, gift and deed, by the reference of its step. */
    Map<UUID, StepAnswer> handle(List<MoveEnrolments.Moved> moves) {
        var offers = new ArrayList<MessageOffer>();
        var wanted = new ArrayList<DoDeeds.Deed>();
        var questions = new ArrayList<AskSystems.Asking>();
        var gifts = new ArrayList<GiveGrants.Gift>();
        var sights = new ArrayList<Experiments.Sight>();
        TellReasons.Ways ways = reasons.of(moves);
        for (MoveEnrolments.Moved moved : moves) {
            for (Effect effect : moved.advance().effects()) {
                switch (effect) {
                    case Effect.OfferMessage message -> offers.add(offer(moved, message, ways));
                    case Effect.ChangeTag tag -> wanted.add(deed(moved, tag, ways));
                    case Effect.Do act -> wanted.add(deed(moved, act, ways));
                    case Effect.AskThere ask ->
                            questions.add(new AskSystems.Asking(moved.before(), moved.code(), ask));
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
        systems.handle(questions);
        if (!sights.isEmpty()) {
            experiments.saw(sights);
        }
        var answers = new HashMap<>(deeds.handle(wanted));
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

    private static DoDeeds.Deed deed(
            MoveEnrolments.Moved moved, Effect effect, TellReasons.Ways ways) {
        return new DoDeeds.Deed(
                moved.before(), effect, source(moved), ways.upTo(moved, effect.node()));
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
