package dev.waystation.platform.foundation.edge;

import dev.waystation.platform.foundation.wiring.MachineTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one address from guessing passwords and codes, and one program from taking the place of all
 * others. Per node: an attack on all nodes at once gets that many times the tokens.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RateLimits extends OncePerRequestFilter {

    private static final Pattern SIGN_IN =
            Pattern.compile("/v1/(session(/password)?|member-session(/code)?|members)");

    private final Callers callers;
    private final Problems problems;
    private final MachineTime machine;
    private final TokenBuckets signIns;
    private final TokenBuckets programs;

    RateLimits(
            Callers callers,
            Problems problems,
            MachineTime machine,
            @Value("${waystation.limits.sign-in-per-minute:30}") int signInPerMinute,
            @Value("${waystation.limits.client-per-second:50}") int clientPerSecond) {
        this.callers = callers;
        this.problems = problems;
        this.machine = machine;
        this.signIns = new TokenBuckets(signInPerMinute, signInPerMinute, Duration.ofMinutes(1));
        this.programs =
                new TokenBuckets(clientPerSecond * 2, clientPerSecond, Duration.ofSeconds(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = wait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        int seconds = Math.toIntExact(wait.toSeconds() + 1);
        problems.write(
                EdgeRefusal.TOO_MANY_REQUESTS.problem().retryAfterSeconds(seconds),
                request,
                response);
    }

    private Duration wait(HttpServletRequest request) {
        boolean signsIn =
                request.getMethod().equals("POST")
                        && SIGN_IN.matcher(request.getRequestURI()).matches();
        if (signsIn) {
            return signIns.take(request.getRemoteAddr(), machine.now());
        }
        return callers.of(request) instanceof Caller.ApiClient client
                ? programs.take(client.key(), machine.now())
                : Duration.ZERO;
    }
}
