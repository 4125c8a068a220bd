package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.engagement.webhooks.store.DeliveryStore;
import dev.waystation.platform.engagement.webhooks.store.EndpointStore;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a delivery for every endpoint that wants to hear of a fact, as a CloudEvent. */
@Service
public class TellEndpoints {

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final JsonMapper json;
    private final MachineTime machine;

    TellEndpoints(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            JsonMapper json,
            MachineTime machine) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.json = json;
        this.machine = machine;
    }

    /** Facts of the log with their names. */
    @Transactional
    public void handle(List<RecordedFact> facts, Map<Class<?>, String> names) {
        List<Endpoint> open =
                endpoints.all().stream().filter(each -> !each.state().equals("gone")).toList();
        for (RecordedFact recorded : facts) {
            String type = names.getOrDefault(recorded.fact().getClass(), "");
            for (Endpoint endpoint : open) {
                if (endpoint.types().contains(type)) {
                    String id = "fact-" + recorded.position();
                    deliveries.add(
                            endpoint.id(),
                            id,
                            type,
                            payload(id, type, recorded),
                            machine.now(),
                            machine.now());
                }
            }
        }
    }

    private String payload(String id, String type, RecordedFact recorded) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/waystation/" + type.substring(0, type.indexOf('.')));
        event.put("type", type);
        event.put("time", recorded.fact().occurredAt().toString());
        event.put("datacontenttype", "application/json");
        ObjectNode data = json.valueToTree(recorded.fact());
        JsonNode member = data.get("memberId");
        if (member != null && member.isIntegralNumber() && member.asLong() >= 0) {
            String number = PublicId.encode("mbr", member.asLong());
            data.put("memberId", number);
            event.put("subject", number);
        }
        event.put("data", data);
        return json.writeValueAsString(event);
    }
}
