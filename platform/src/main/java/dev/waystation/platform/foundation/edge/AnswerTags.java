package dev.waystation.platform.foundation.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tags every answer to a read by its content and answers 304 to somebody who has it already. A
 * version that the controller gave stays in front: figures beside it change without it.
 */
@Component
class AnswerTags extends OncePerRequestFilter {

    // Files are written while the request is already over here, and are too large to keep.
    private static final Pattern FILE = Pattern.compile(".*(\\.csv|\\.xlsx|/codes)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || !path.startsWith("/v1/")
                || FILE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffered);
        if (buffered.getStatus() == HttpStatus.OK.value()) {
            String content = DigestUtils.md5DigestAsHex(buffered.getContentAsByteArray());
            String tag = Versions.withContent(buffered.getHeader(HttpHeaders.ETAG), content);
            buffered.setHeader(HttpHeaders.ETAG, tag);
            if (knows(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
                buffered.resetBuffer();
                buffered.setStatus(HttpStatus.NOT_MODIFIED.value());
            }
        }
        buffered.copyBodyToResponse();
    }

    private static boolean knows(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String each : ifNoneMatch.split(",")) {
            String known = each.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
