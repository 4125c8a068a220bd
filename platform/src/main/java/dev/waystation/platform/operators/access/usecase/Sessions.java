package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.operators.access.MemberSessions;
import dev.waystation.platform.operators.access.store.SessionStore;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Sessions in the database, a random token in a cookie that scripts cannot read. Every sign-in
 * makes a new token and ends the one the browser came with.
 */
@Component
public class Sessions implements MemberSessions {

    private static final String COOKIE = "waystation_session";
    private static final String STAFF = "staff";
    private static final String MEMBER = "member";
    private static final Duration STAFF_LIFE = Duration.ofHours(12);
    private static final Duration MEMBER_LIFE = Duration.ofDays(30);
    private static final Duration LONGEST_IDLE = Duration.ofDays(7);

    private final SessionStore store;
    private final boolean secureCookies;

    Sessions(
            SessionStore store,
            @Value("${waystation.secure-cookies:false}") boolean secureCookies) {
        this.store = store;
        this.secureCookies = secureCookies;
    }

    public void openStaff(long staffId, HttpServletRequest in, HttpServletResponse out) {
        open(STAFF, staffId, STAFF_LIFE, in, out);
    }

    @Override
    public void open(long memberId, HttpServletRequest in, HttpServletResponse out) {
        open(MEMBER, memberId, MEMBER_LIFE, in, out);
    }

    public void close(HttpServletRequest in, HttpServletResponse out) {
        token(in).ifPresent(token -> store.close(Secrets.digest(token)));
        out.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, in));
    }

    public void closeAllOfStaff(long staffId) {
        store.closeAll(STAFF, staffId);
    }

    Optional<SessionStore.Session> find(HttpServletRequest in) {
        return token(in).flatMap(token -> store.find(Secrets.digest(token), LONGEST_IDLE));
    }

    static boolean isStaff(SessionStore.Session session) {
        return session.kind().equals(STAFF);
    }

    private void open(
            String kind,
            long subject,
            Duration life,
            HttpServletRequest in,
            HttpServletResponse out) {
        token(in).ifPresent(old -> store.close(Secrets.digest(old)));
        String token = Secrets.token();
        store.open(Secrets.digest(token), kind, subject, life);
        out.addHeader(HttpHeaders.SET_COOKIE, cookie(token, life, in));
    }

    private String cookie(String token, Duration life, HttpServletRequest in) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secureCookies || in.isSecure())
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }

    private static Optional<String> token(HttpServletRequest in) {
        if (in.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : in.getCookies()) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isBlank()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
