package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import org.springframework.http.HttpStatus;

/** Refused registrations as problems. */
final class Registrations {

    private Registrations() {}

    static RefusalProblem problem(RegistrationRefusal why) {
        return switch (why) {
            case DOCUMENT_FORM_IS_WRONG,
                    DOCUMENT_CHECK_CHARACTER_IS_WRONG,
                    DOCUMENT_BIRTH_DATE_IS_WRONG,
                    BIRTH_DATE_DIFFERS_FROM_DOCUMENT,
                    BIRTH_DATE_IS_AHEAD,
                    PHONE_CODE_IS_WRONG ->
                    Refusal.of(why, HttpStatus.UNPROCESSABLE_CONTENT);
            case PHONE_IS_LOCKED ->
                    Refusal.of(why, HttpStatus.TOO_MANY_REQUESTS).retryAfterSeconds(900);
            case PHONE_IS_TAKEN, DOCUMENT_IS_TAKEN, TRAVELLER_IS_LISTED, TRAVELLER_LIST_IS_FULL ->
                    Refusal.of(why, HttpStatus.CONFLICT);
        };
    }
}
