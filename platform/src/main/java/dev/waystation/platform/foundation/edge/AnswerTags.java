package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tags every answer to a read by its content, unless its controller tagged it by version, and
 * answers 304 to somebody who has it already.
 */
@Component
class AnswerTags extends ShallowEtagHeaderFilter {

    AnswerTags() {
        setWriteWeakETag(true); // the same meaning, not the same bytes on the wire
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getRequestURI().startsWith("/v1/");
    }
}
