package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers and the forgery token. Who may do what is decided by {@link PermissionCheck}, where the
 * handler is known; sessions are ours, see access.
 */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    /** Name of the session cookie; only a request that carries it can be forged. */
    static final String SESSION_COOKIE = "waystation_session";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Addresses out of mails: they carry their own proof, and work whoever is signed in. */
    private static final String SIGNED = "/v1/unsubscribes/";

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                    + " font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain edgeFilters(HttpSecurity http, Problems problems) {
        return http.csrf(csrf ->
                        csrf.spa().requireCsrfProtectionMatcher(SecurityWiring::isForgeable))
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler((request, response, denied) ->
                                problems.write(
                                        EdgeRefusal.FORGERY_TOKEN_MISSING.problem(),
                                        request,
                                        response)))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(policy ->
                                        policy.policy(
                                                "camera=(self), geolocation=(), microphone=()")))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Keeps Spring Boot from inventing a user with a password of its own. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private static boolean isForgeable(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || request.getCookies() == null) {
            return false;
        }
        if (request.getRequestURI().startsWith(SIGNED)) {
            return false;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(SESSION_COOKIE)) {
                return true;
            }
        }
        return false;
    }
}
