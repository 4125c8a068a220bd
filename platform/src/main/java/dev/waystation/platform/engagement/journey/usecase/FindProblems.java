package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Problem;
import dev.waystation.condition.TypeCheck;
import dev.waystation.journey.Graph;
import dev.waystation.journey.GraphCheck;
import dev.waystation.journey.GraphProblem;
import dev.waystation.journey.Node;
import dev.waystation.platform.engagement.experiment.Experiments;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.messaging.Templates;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that stands between a draft and its publication, in one answer. */
@Component
class FindProblems {

    private final Templates templates;
    private final MemberFacts facts;
    private final FindActionProblems actions;
    private final Experiments experiments;
    private final Walkers walkers;

    FindProblems(
            Templates templates,
            MemberFacts facts,
            FindActionProblems actions,
            Experiments experiments,
            Walkers walkers) {
        this.actions = actions;
        this.experiments = experiments;
        this.templates = templates;
        this.facts = facts;
        this.walkers = walkers;
    }

    List<GraphProblem> handle(String code, Content draft) {
        Graph graph = draft.graphOf(code);
        List<GraphProblem> problems =
                new ArrayList<>(
                        new GraphCheck(templates::isPublished, facts::isKnown).problems(graph));
        String trigger = draft.trigger().fact();
        boolean opened = trigger.equals(Trigger.CLOCK) || trigger.equals(Trigger.HAND);
        if (!opened && !facts.isKnown(trigger)) {
            problems.addFirst(new GraphProblem(GraphProblem.Kind.UNKNOWN_FACT, "", trigger));
        }
        Attributes catalogue = walkers.catalogue(draft);
        for (Node node : graph.nodes()) {
            actions.of(node).ifPresent(problems::add);
            switch (node) {
                case Node.Branch branch -> conditions(branch, catalogue, problems);
                case Node.Split split -> trial(split, problems);
                case Node.WaitBy wait when catalogue.find(wait.path()).isEmpty() ->
                        problems.add(
                                new GraphProblem(
                                        GraphProblem.Kind.UNKNOWN_PATH, wait.id(), wait.path()));
                default -> {}
            }
        }
        return List.copyOf(problems);
    }

    private void trial(Node.Split split, List<GraphProblem> problems) {
        String trial = split.trial();
        List<Experiments.Share> shares =
                split.shares().stream()
                        .map(share -> new Experiments.Share(share.label(), share.perTenThousand()))
                        .toList();
        if (trial != null && !experiments.isDealtAs(trial, shares)) {
            problems.add(new GraphProblem(GraphProblem.Kind.TRIAL_IS_UNKNOWN, split.id(), trial));
        }
    }

    private static void conditions(
            Node.Branch branch, Attributes catalogue, List<GraphProblem> problems) {
        for (Node.Branch.Arm arm : branch.arms()) {
            for (Problem problem : TypeCheck.problems(arm.condition(), catalogue)) {
                problems.add(
                        new GraphProblem(
                                GraphProblem.Kind.CONDITION_DOES_NOT_FIT,
                                branch.id(),
                                arm.label() + " " + problem.at() + ": " + problem.text().en()));
            }
        }
    }
}
