package dev.waystation.platform.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person or machine that talks to the platform over HTTP, with cookies, CSRF and idempotency
 * keys.
 */
final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(String base) {
        this.base = base;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String language) {
        return send(request(path).header("Accept-Language", language).GET());
    }

    /** As a machine outside sends it: bytes as they are, with its own headers. */
    Answer post(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                write(path, UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    Answer post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    Answer post(String path, String json, String idempotencyKey) {
        return send(
                write(path, idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(
                write(path, UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    Answer upload(String path, String fileName, byte[] content) {
        String boundary = "story" + UUID.randomUUID();
        byte[] head =
                ("--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher body =
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail));
        return send(
                write(path, UUID.randomUUID().toString())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpRequest.Builder write(String path, String idempotencyKey) {
        HttpRequest.Builder request = request(path).header("Idempotency-Key", idempotencyKey);
        String token = csrf();
        if (token == null) {
            get("/v1/session"); // any read brings the token
            token = csrf();
        }
        return token == null ? request : request.header("X-XSRF-TOKEN", token);
    }

    private @Nullable String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String text = response.body();
            boolean json = text.startsWith("{") || text.startsWith("[");
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(text) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + base, e);
        }
    }
}
