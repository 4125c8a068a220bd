package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.PartnerLink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks to a partner's system: {@code POST /transfers} to send, {@code GET /transfers/{reference}}
 * to ask, both signed ({@link RequestSignature}). Whatever is no clear answer is {@code Unknown}.
 */
@Component
class HttpLink implements PartnerLink {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PartnerStore partners;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HttpLink(PartnerStore partners, ObjectMapper json, Clock clock) {
        this.partners = partners;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Partner.Link link() {
        return Partner.Link.HTTP;
    }

    @Override
    public Answer send(Partner partner, Request request) {
        ObjectNode body = json.createObjectNode();
        body.put("reference", request.reference().toString());
        body.put("direction", request.direction().name());
        body.put("account", request.account());
        body.put("units", request.units());
        body.put("deadline", request.deadline().toString());
        return call(partner, "POST", "/transfers", json.writeValueAsString(body));
    }

    @Override
    public Answer ask(Partner partner, UUID reference) {
        return call(partner, "GET", "/transfers/" + reference, "");
    }

    private Answer call(Partner partner, String method, String path, String body) {
        String at = clock.instant().toString();
        URI address = URI.create(Objects.requireNonNull(partner.endpoint()) + path);
        String signature =
                RequestSignature.of(partners.secret(partner.id()), method, path, at, body);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Signed-At", at)
                        .header("X-Signature", signature)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException lost) {
            return new Answer.Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown();
        }
    }

    private Answer read(HttpResponse<String> answer) {
        if (answer.statusCode() == 404) {
            return new Answer.NeverHeard();
        }
        if (answer.statusCode() != 200) {
            return new Answer.Unknown();
        }
        try {
            JsonNode told = json.readTree(answer.body());
            return switch (told.path("state").asString("")) {
                case "done" -> new Answer.Done(told.path("reference").asString(""));
                case "refused" -> new Answer.Refused(told.path("code").asString("REFUSED"));
                default -> new Answer.Unknown();
            };
        } catch (JacksonException garbled) {
            return new Answer.Unknown();
        }
    }
}
