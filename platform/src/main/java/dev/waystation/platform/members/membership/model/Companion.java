package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.members.membership.Studies;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A traveller as stored, opened.
 *
 * @param birthDateRead whether staff read the date of birth on the document
 */
public record Companion(
        long memberId,
        long id,
        boolean self,
        Person person,
        String documentKey,
        @Nullable Studies studies,
        boolean birthDateRead,
        Instant addedAt) {

    /** Whether the date of birth is more than somebody's word. */
    public boolean birthDateProved() {
        return birthDateRead || person.document().birthDate().isPresent();
    }

    @Override
    public String toString() {
        return "Companion[" + memberId + "/" + id + "]";
    }
}
