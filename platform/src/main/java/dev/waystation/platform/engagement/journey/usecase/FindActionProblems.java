package dev.waystation.platform.engagement.journey.usecase;

import static dev.waystation.journey.GraphProblem.Kind.*;

import dev.waystation.journey.GraphProblem;
import dev.waystation.journey.Node;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.model.Deeds;
import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.loyalty.TierGrants;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether steps that do something could do it: what they name has to be there and to fit. */
@Component
class FindActionProblems {

    private final Tags tags;
    private final GiveGrants grants;
    private final TierGrants tiers;
    private final Calls calls;

    FindActionProblems(Tags tags, GiveGrants grants, TierGrants tiers, Calls calls) {
        this.tags = tags;
        this.grants = grants;
        this.tiers = tiers;
        this.calls = calls;
    }

    Optional<GraphProblem> of(Node node) {
        return switch (node) {
            case Node.Tag tag when !tag.tag().isBlank() -> tag(tag);
            case Node.Grant grant when !grant.what().isBlank() && !grants.isKnown(grant) ->
                    problem(GRANT_IS_UNKNOWN, node, grant.kind() + " " + grant.what());
            case Node.Act act ->
                    switch (act.kind()) {
                        case Deeds.ATTRIBUTE -> attribute(act);
                        case Deeds.TIER -> tier(act);
                        default -> task(act);
                    };
            case Node.Ask ask when !ask.address().isBlank() && !isOpen(ask.address()) ->
                    problem(ADDRESS_IS_UNKNOWN, node, ask.address());
            default -> Optional.empty();
        };
    }

    private Optional<GraphProblem> tag(Node.Tag tag) {
        if (!tags.isSetByHand(tag.tag())) {
            return problem(TAG_IS_NOT_SET_BY_HAND, tag, tag.tag());
        }
        return tag.adds() && !tags.takes(tag.tag(), null)
                ? problem(VALUE_DOES_NOT_FIT, tag, tag.tag())
                : Optional.empty();
    }

    /** A value that comes with the member is known only when he does. */
    private Optional<GraphProblem> attribute(Node.Act act) {
        String tag = with(act, "tag");
        String value = with(act, "value");
        if (tag.isBlank()) {
            return problem(ACTION_IS_INCOMPLETE, act, "tag");
        }
        if (!tags.isSetByHand(tag)) {
            return problem(TAG_IS_NOT_SET_BY_HAND, act, tag);
        }
        boolean fits =
                !with(act, "from").isBlank() || tags.takes(tag, value.isEmpty() ? null : value);
        return fits ? Optional.empty() : problem(VALUE_DOES_NOT_FIT, act, tag + " = " + value);
    }

    private Optional<GraphProblem> tier(Node.Act act) {
        String tier = with(act, "club") + " " + with(act, "tier");
        if (!tiers.knows(with(act, "club"), with(act, "tier"))) {
            return problem(TIER_IS_UNKNOWN, act, tier);
        }
        return lasts(act, "days", 1)
                ? Optional.empty()
                : problem(ACTION_IS_INCOMPLETE, act, "days");
    }

    private static Optional<GraphProblem> task(Node.Act act) {
        if (with(act, "title").isBlank()) {
            return problem(ACTION_IS_INCOMPLETE, act, "title");
        }
        return lasts(act, "dueDays", 0)
                ? Optional.empty()
                : problem(ACTION_IS_INCOMPLETE, act, "dueDays");
    }

    private static boolean lasts(Node.Act act, String name, long least) {
        long days = Long.parseLong(with(act, name));
        return days >= least && days <= Deeds.LONGEST_DAYS;
    }

    private boolean isOpen(String address) {
        return PublicId.isOne("whk", address)
                && calls.addresses().stream()
                        .anyMatch(open -> open.id() == PublicId.decode("whk", address));
    }

    private static String with(Node.Act act, String name) {
        return act.with().getOrDefault(name, "");
    }

    private static Optional<GraphProblem> problem(GraphProblem.Kind kind, Node node, String value) {
        return Optional.of(new GraphProblem(kind, node.id(), value));
    }
}
