package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Changes of one thing take turns where a handler takes {@code If-Match}: without a turn two people
 * could both find their version to be the present one. A turn lasts as long as the transaction.
 */
@Component
class OneChangeAtATime implements HandlerInterceptor {

    private static final Pattern VERB = Pattern.compile(":[a-z-]+$");

    private static final String TAKE_TURN =
            """
            select true from pg_advisory_xact_lock(hashtextextended(:thing, 0))
            """;

    private final JdbcClient jdbc;

    OneChangeAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && takesVersion(method)) {
            String thing = VERB.matcher(request.getRequestURI()).replaceFirst("");
            jdbc.sql(TAKE_TURN).param("thing", thing).query(Boolean.class).single();
        }
        return true;
    }

    private static boolean takesVersion(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))
                .map(OneChangeAtATime::header)
                .anyMatch(HttpHeaders.IF_MATCH::equals);
    }

    private static String header(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header == null ? "" : header.value();
    }
}
