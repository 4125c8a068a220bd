package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where malformed, refused and broken become answers. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String DESCRIBED = "send what the API document describes: ";

    private final Problems problems;
    private final Remedies remedies;

    ProblemAdvice(Problems problems, Remedies remedies) {
        this.problems = problems;
        this.remedies = remedies;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusalProblem refusal, HttpServletRequest request) {
        return problems.answer(refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformed(Malformed malformed, HttpServletRequest request) {
        return malformed(malformed, null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed direct) {
                return malformed(direct, null, request);
            }
            if (cause instanceof DatabindException bind && !bind.getPath().isEmpty()) {
                @Nullable Malformed own = findMalformed(bind);
                if (own != null) {
                    return malformed(own, pointer(bind), request);
                }
                return malformed(field(bind), "?", asked(bind), pointer(bind), request);
            }
            if (cause instanceof JacksonException broken) {
                return malformed("body", "?", asked(broken), "", request);
            }
        }
        return malformed("body", "?", "send a JSON body", "", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(
            MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        @Nullable Class<?> type = wrong.getRequiredType();
        String wanted = type == null ? "value" : type.getSimpleName();
        return malformed(
                wrong.getName(),
                String.valueOf(wrong.getValue()),
                "give a " + wanted,
                null,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestParameterException missing, HttpServletRequest request) {
        return malformed(missing.getParameterName(), "", "give this parameter", null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingPart(
            MissingServletRequestPartException missing, HttpServletRequest request) {
        return malformed(missing.getRequestPartName(), "", "send this part", null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unbound(
            ServletRequestBindingException unbound, HttpServletRequest request) {
        String remedy = DESCRIBED + unbound.getMessage();
        return malformed("request", "?", remedy, null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(
            MaxUploadSizeExceededException large, HttpServletRequest request) {
        return problems.answer(EdgeRefusal.TOO_LARGE.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> noMultipart(MultipartException broken, HttpServletRequest request) {
        return malformed("body", "?", "send multipart/form-data with a file", null, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NoResourceFoundException gone, HttpServletRequest request) {
        return problems.answer(
                EdgeRefusal.NOT_FOUND.problem(Map.of("what", request.getRequestURI())), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(
            HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return problems.answer(
                EdgeRefusal.METHOD_NOT_ALLOWED.problem(Map.of("method", wrong.getMethod())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongContent(
            HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return problems.answer(
                EdgeRefusal.CONTENT_TYPE_NOT_SUPPORTED.problem(
                        Map.of("type", String.valueOf(wrong.getContentType()))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongAnswer(
            HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return problems.answer(EdgeRefusal.ANSWER_TYPE_NOT_SUPPORTED.problem(), request);
    }

    /** Deadlocks and lost connections: nothing happened, the same request may succeed. */
    @ExceptionHandler
    ResponseEntity<Problem> tryAgain(
            TransientDataAccessException transientFailure, HttpServletRequest request) {
        LOG.warn("Request {} may be retried", RequestIdFilter.of(request), transientFailure);
        return problems.answer(EdgeRefusal.TRY_AGAIN.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(Exception broken, HttpServletRequest request) {
        LOG.error(
                "Request {} {} {} is broken",
                RequestIdFilter.of(request),
                request.getMethod(),
                request.getRequestURI(),
                broken);
        return problems.answer(
                EdgeRefusal.BROKEN.problem(Map.of("reference", RequestIdFilter.of(request))),
                request);
    }

    private ResponseEntity<Problem> malformed(
            String field,
            String value,
            String remedy,
            @Nullable String pointer,
            HttpServletRequest request) {
        return malformed(new Malformed(field, value, remedy), pointer, request);
    }

    private ResponseEntity<Problem> malformed(
            Malformed malformed, @Nullable String pointer, HttpServletRequest request) {
        String field = malformed.field();
        String place = pointer == null ? "/" + field.replace('.', '/') : pointer;
        String remedy = remedies.both(malformed).in(Problems.locale(request));
        return problems.answer(
                EdgeRefusal.MALFORMED.problem(
                        Map.of("field", field, "value", malformed.value(), "remedy", remedy)),
                List.of(new Problem.Place(place, malformed.value(), remedy)),
                request);
    }

    /** A field that is left out and can't be is the commonest case, and has plainer words. */
    private static String asked(JacksonException broken) {
        String message = broken.getOriginalMessage();
        return message.startsWith("Cannot map `null`") ? "is required" : DESCRIBED + message;
    }

    private static @Nullable Malformed findMalformed(Throwable from) {
        for (Throwable cause = from; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed own) {
                return own;
            }
        }
        return null;
    }

    private static String pointer(DatabindException bind) {
        StringBuilder pointer = new StringBuilder();
        bind.getPath()
                .forEach(step -> {
                    @Nullable String name = step.getPropertyName();
                    pointer.append('/').append(name == null ? step.getIndex() : name);
                });
        return pointer.toString();
    }

    private static String field(DatabindException bind) {
        String pointer = pointer(bind);
        return pointer.isEmpty() ? "body" : pointer.substring(1).replace('/', '.');
    }
}
