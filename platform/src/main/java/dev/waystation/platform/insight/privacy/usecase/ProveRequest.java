package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.insight.privacy.model.Line;
import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.store.LineStore;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was done for a person, signed by the house: the document can not be altered later. */
@Component
public class ProveRequest {

    private final RequestStore requests;
    private final LineStore lines;
    private final SignDocuments sign;
    private final Clock clock;

    ProveRequest(RequestStore requests, LineStore lines, SignDocuments sign, Clock clock) {
        this.requests = requests;
        this.lines = lines;
        this.sign = sign;
        this.clock = clock;
    }

    long erased(ErasePerson.Command command, Map<String, Object> what) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("erasedAt", clock.instant().toString());
        document.put("by", command.by());
        document.put("reason", command.reason().strip());
        document.putAll(what);
        return keep(
                "erasure",
                Line.ERASED,
                command.memberId(),
                command.by(),
                command.reason().strip(),
                sign.sign(SignDocuments.Kind.ERASED, document));
    }

    long exported(long memberId, String by, String reason) {
        return keep("export", Line.EXPORTED, memberId, by, reason, null);
    }

    private long keep(
            String kind,
            String figure,
            long memberId,
            String by,
            String reason,
            SignDocuments.@Nullable Signed signed) {
        Instant now = clock.instant();
        long id =
                requests.add(
                        kind,
                        memberId,
                        by,
                        reason,
                        now,
                        signed == null ? null : signed.document(),
                        signed == null ? null : signed.signature());
        lines.append(List.of(new Line(0, figure, memberId, by, "", reason, now, id, null)));
        return id;
    }

    /** Whether the document of a request is, letter for letter, the one the house signed. */
    public boolean holds(Request request) {
        return sign.isGenuine(request.document(), request.signature());
    }
}
