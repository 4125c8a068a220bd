package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.JourneyRefusal;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.VersionRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published versions of a journey, what each changed, and the way back to one of them. */
@Service
public class KeepVersions {

    /** What differs from the version before: nodes by id. */
    public record Difference(
            List<String> added, List<String> removed, List<String> changed, boolean entry) {}

    /** One version. */
    public record VersionView(
            int version,
            Instant publishedAt,
            String publishedBy,
            long waiting,
            Difference difference) {}

    private final DefinitionRows definitions;
    private final VersionRows versions;

    KeepVersions(DefinitionRows definitions, VersionRows versions) {
        this.definitions = definitions;
        this.versions = versions;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<VersionView> list(long journeyId) {
        List<VersionView> views = new ArrayList<>();
        @Nullable Content before = null;
        for (VersionRows.Row row : versions.of(journeyId)) {
            views.addFirst(
                    new VersionView(
                            row.version(),
                            row.publishedAt(),
                            row.publishedBy(),
                            row.waiting(),
                            difference(before, row.content())));
            before = row.content();
        }
        return views;
    }

    /** Draws an old version again; publishing it makes it the newest. */
    @Transactional
    public DraftJourney.Outcome restore(long journeyId, int version) {
        Optional<DefinitionRow> found = definitions.locked(journeyId);
        if (found.isEmpty() || version < 1 || version > found.get().version()) {
            return new DraftJourney.Outcome.Refused(JourneyRefusal.UNKNOWN_JOURNEY);
        }
        definitions.redraw(journeyId, found.get().name(), definitions.content(journeyId, version));
        return new DraftJourney.Outcome.Kept(journeyId);
    }

    private static Difference difference(@Nullable Content before, Content now) {
        Map<String, NodeDraft> old = before == null ? Map.of() : byId(before);
        Map<String, NodeDraft> fresh = byId(now);
        List<String> changed =
                fresh.keySet().stream()
                        .filter(old::containsKey)
                        .filter(id -> differs(before, now, id, old.get(id), fresh.get(id)))
                        .toList();
        boolean entry =
                before == null
                        || !before.trigger().equals(now.trigger())
                        || !before.reEntry().equals(now.reEntry());
        return new Difference(
                fresh.keySet().stream().filter(id -> !old.containsKey(id)).toList(),
                old.keySet().stream().filter(id -> !fresh.containsKey(id)).toList(),
                changed,
                entry);
    }

    /** Where a node stands on the canvas is no difference; what it does and leads to is. */
    private static boolean differs(
            @Nullable Content before,
            Content now,
            String id,
            @Nullable NodeDraft old,
            @Nullable NodeDraft fresh) {
        if (before == null || old == null || fresh == null) {
            return true;
        }
        return !old.kind().equals(fresh.kind())
                || !old.settings().equals(fresh.settings())
                || !arrows(before, id).equals(arrows(now, id));
    }

    private static Map<String, String> arrows(Content content, String id) {
        Map<String, String> arrows = new LinkedHashMap<>();
        content.graph().edges().stream()
                .filter(edge -> edge.from().equals(id))
                .forEach(edge -> arrows.put(edge.port(), edge.to()));
        return arrows;
    }

    private static Map<String, NodeDraft> byId(Content content) {
        Map<String, NodeDraft> nodes = new LinkedHashMap<>();
        content.graph().nodes().forEach(node -> nodes.put(node.id(), node));
        return nodes;
    }
}
