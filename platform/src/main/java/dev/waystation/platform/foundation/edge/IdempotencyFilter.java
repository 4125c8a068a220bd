package dev.waystation.platform.foundation.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every write happens once. The request runs in one transaction together with the record of its
 * answer: either both are there or neither. The same key and body get the stored answer, another
 * body 422, a request that still runs 409. Only what was committed is stored; a refusal changes
 * nothing and is decided anew.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAY = "Idempotent-Replay";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "Location", "ETag", "Content-Language");

    // Signing in makes no effect worth repeating; a gateway's callback brings its own reference,
    // every event its own message id,
    // and a click under a mail changes nothing the second time.
    private static final Pattern EXEMPT =
            Pattern.compile(
                    "/v1/(session|member-session|payment-callbacks|identify|track|page|screen"
                            + "|group|alias|batch|event-hooks|cloudevents|unsubscribes|vendor-news)(/.*)?");

    // Questions that are too long for an address.
    private static final Pattern QUESTION = Pattern.compile(".*:(count|preview|explain|search)");

    private final StoredAnswers answers;
    private final Callers callers;
    private final Problems problems;
    private final TransactionTemplate transaction;

    IdempotencyFilter(
            StoredAnswers answers,
            Callers callers,
            Problems problems,
            PlatformTransactionManager transactions) {
        this.answers = answers;
        this.callers = callers;
        this.problems = problems;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod()) || !wantsKey(request.getRequestURI());
    }

    /** Whether a write to this address takes part. */
    static boolean wantsKey(String path) {
        return path.startsWith("/v1/")
                && !EXEMPT.matcher(path).matches()
                && !QUESTION.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String key = request.getHeader(HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            problems.write(EdgeRefusal.IDEMPOTENCY_KEY_REQUIRED.problem(), request, response);
            return;
        }
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        try {
            RereadableRequest rereadable = new RereadableRequest(request);
            transaction.executeWithoutResult(
                    status -> runOnce(key, rereadable, buffered, chain, status));
        } catch (RefusalProblem refused) {
            buffered.reset();
            problems.write(refused, request, buffered);
        } catch (TransactionException notCommitted) {
            LOG.warn("Request {} was not committed", RequestIdFilter.of(request), notCommitted);
            buffered.reset();
            problems.write(EdgeRefusal.TRY_AGAIN.problem(), request, buffered);
        } catch (UncheckedIOException broken) {
            throw new IOException(broken);
        }
        buffered.copyBodyToResponse();
    }

    private void runOnce(
            String key,
            RereadableRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status) {
        String caller = callers.of(request).key();
        UUID reference = IdempotencyReference.of(caller, key);
        request.setAttribute(IdempotencyReference.attribute(), reference);
        if (!answers.claim(reference)) {
            throw EdgeRefusal.IDEMPOTENCY_KEY_STILL_RUNNING.problem();
        }
        Optional<StoredAnswers.Answer> stored = answers.find(caller, key);
        if (stored.isPresent()) {
            replay(stored.get(), request, response);
            return;
        }
        handle(request, response, chain);
        if (response.getStatus() >= 400) {
            status.setRollbackOnly();
        } else {
            answers.store(caller, key, answer(request, response));
        }
    }

    private static void replay(
            StoredAnswers.Answer stored,
            RereadableRequest request,
            ContentCachingResponseWrapper response) {
        if (!Arrays.equals(stored.fingerprint(), request.fingerprint())) {
            throw EdgeRefusal.IDEMPOTENCY_KEY_OF_ANOTHER_REQUEST.problem();
        }
        response.setStatus(stored.status());
        stored.headers().forEach(response::setHeader);
        response.setHeader(REPLAY, "true");
        try {
            response.getOutputStream().write(stored.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(
            RereadableRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("The request was not handled", e);
        }
    }

    private static StoredAnswers.Answer answer(
            RereadableRequest request, ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswers.Answer(
                request.fingerprint(),
                response.getStatus(),
                headers,
                response.getContentAsByteArray());
    }
}
