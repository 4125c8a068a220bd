package dev.waystation.platform.engagement.channels.usecase;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a vendor and says what is certain about it. A connection that never came about has
 * certainly carried nothing; silence after that says nothing at all.
 */
@Component
class VendorHttp {

    private static final int BROKEN = 500;

    private final HttpClient http;
    private final Duration patience;
    private final JsonMapper json;

    VendorHttp(@Value("${waystation.vendors.patience:8s}") Duration patience, JsonMapper json) {
        this.patience = patience;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(patience.dividedBy(2)).build();
    }

    /** What came back. */
    sealed interface Answer {
        /** The vendor spoke. */
        record Spoke(int status, JsonNode body) implements Answer {}

        /** Nobody was there: nothing has left. */
        record NotReached() implements Answer {}

        /** It may have been heard. */
        record Silent() implements Answer {}
    }

    Answer post(URI address, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!name.equals("host")) { // the client sets it to what was signed
                request.header(name, value);
            }
        });
        return call(request.build());
    }

    Answer get(URI address) {
        return call(HttpRequest.newBuilder(address).timeout(patience).GET().build());
    }

    private Answer call(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= BROKEN) {
                return new Answer.Silent();
            }
            return new Answer.Spoke(answer.statusCode(), json.readTree(answer.body()));
        } catch (ConnectException | HttpConnectTimeoutException absent) {
            return new Answer.NotReached();
        } catch (IOException | JacksonException unclear) {
            return new Answer.Silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        }
    }
}
