package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Recognises the caller of a request by a session or a key; access implements it. */
public interface CallerSource {

    Optional<Caller> caller(HttpServletRequest request);
}
