package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.usecase.CascadeMessages;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One message over whichever channel reaches the member at the lowest cost. */
@RestController
class CascadeController {

    private static final int CUSTOMARY_MINUTES = 60;

    /**
     * What to say; absent channels are tried in the order of their cost.
     *
     * @param patienceMinutes how long a channel has to say that it arrived; absent for an hour
     */
    record CascadeDraft(
            String member,
            String purpose,
            String template,
            @Nullable Map<String, String> values,
            @Nullable List<String> channels,
            @Nullable Integer patienceMinutes) {}

    private final CascadeMessages cascades;

    CascadeController(CascadeMessages cascades) {
        this.cascades = cascades;
    }

    @PostMapping("/v1/message-cascades")
    @Permission("journeys.write")
    CascadeMessages.Standing beginCascade(@RequestBody CascadeDraft body) {
        Map<String, String> values = body.values();
        List<String> channels = body.channels();
        Integer minutes = body.patienceMinutes();
        return cascades.handle(
                new CascadeMessages.Command(
                        IdempotencyReference.current(),
                        PublicId.decode("mbr", body.member()),
                        body.purpose(),
                        body.template(),
                        values == null ? Map.of() : values,
                        channels == null ? List.of() : channels,
                        minutes == null ? CUSTOMARY_MINUTES : minutes));
    }
}
