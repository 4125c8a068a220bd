package dev.waystation.platform.operators.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs a member in without a second code, for instance right after registration. */
public interface MemberSessions {

    /** Ends the session that the request came with and answers with the cookie of a fresh one. */
    void open(long memberId, HttpServletRequest request, HttpServletResponse response);
}
