package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.vault.Opens;
import dev.waystation.platform.foundation.vault.PersonRows;
import dev.waystation.platform.members.membership.Departures;
import dev.waystation.platform.members.membership.MemberLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that is kept of a person, in one document: the person in clear text, then table by table. */
@Service
public class ExportPerson {

    /** What is kept under one number of the person. */
    public record Part(
            String member, Map<String, String> person, Map<String, List<JsonNode>> tables) {}

    private final PersonRows rows;
    private final Departures departures;
    private final MemberLinks links;
    private final ProveRequest prove;
    private final ObjectProvider<Opens> sealed;
    private final JsonMapper json;

    ExportPerson(
            PersonRows rows,
            Departures departures,
            MemberLinks links,
            ProveRequest prove,
            ObjectProvider<Opens> sealed,
            JsonMapper json) {
        this.sealed = sealed;
        this.rows = rows;
        this.departures = departures;
        this.links = links;
        this.prove = prove;
        this.json = json;
    }

    /** Empty for somebody who is no member. */
    @Transactional
    public Optional<List<Part>> handle(long memberId, String by, String reason) {
        if (departures.open(memberId).isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (long number : links.samePerson(memberId)) {
            Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
            rows.of(number)
                    .forEach((table, found) ->
                            tables.put(table, found.stream().map(this::readable).toList()));
            parts.add(new Part(PublicId.encode("mbr", number), inClear(number), tables));
        }
        prove.exported(memberId, by, reason);
        return Optional.of(parts);
    }

    private Map<String, String> inClear(long number) {
        Map<String, String> clear = new LinkedHashMap<>(departures.open(number));
        sealed.orderedStream().forEach(each -> clear.putAll(each.open(number)));
        return clear;
    }

    /** What is sealed or a digest says nothing to anybody; it stands in clear text above. */
    private JsonNode readable(String row) {
        ObjectNode node = (ObjectNode) json.readTree(row);
        List<String> sealed = new ArrayList<>();
        node.properties()
                .forEach(each -> {
                    if (each.getValue().isString()
                            && each.getValue().asString().startsWith("\\x")) {
                        sealed.add(each.getKey());
                    }
                });
        node.remove(sealed);
        return node;
    }
}
