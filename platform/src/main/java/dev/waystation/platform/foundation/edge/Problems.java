package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words a refusal for the caller, in their language. */
@Component
class Problems {

    private final Phrases phrases;
    private final JsonMapper json;
    private final ApiErrors errors;

    Problems(Phrases phrases, JsonMapper json, ApiErrors errors) {
        this.phrases = phrases;
        this.json = json;
        this.errors = errors;
    }

    ResponseEntity<Problem> answer(RefusalProblem refusal, HttpServletRequest request) {
        return answer(refusal, List.of(), request);
    }

    ResponseEntity<Problem> answer(
            RefusalProblem refusal, List<Problem.Place> places, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale(request));
        headers.setCacheControl("no-store");
        OptionalInt retryAfter = refusal.retryAfter();
        retryAfter.ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, "" + seconds));
        Locale locale = locale(request);
        HttpStatus status = refusal.status();
        Problem problem =
                new Problem(
                        "/v1/problems#" + refusal.code(),
                        phrases.say("STATUS_" + status.value(), locale, Map.of()),
                        status.value(),
                        refusal.code(),
                        phrases.say(refusal.code(), locale, refusal.values()),
                        places,
                        RequestIdFilter.of(request),
                        retryAfter.isPresent(),
                        refusal.values(),
                        refusal.why());
        errors.note(problem, request);
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    /** For filters, which stand in front of every controller. */
    void write(RefusalProblem refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ResponseEntity<Problem> answer = answer(refusal, request);
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    static Locale locale(HttpServletRequest request) {
        @Nullable String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (asked == null || asked.isBlank()) {
            return Locale.ENGLISH;
        }
        return request.getLocale().getLanguage().equals("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ENGLISH;
    }
}
