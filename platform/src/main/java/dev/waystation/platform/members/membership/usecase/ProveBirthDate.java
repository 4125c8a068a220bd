package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.model.Companion;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff has read the date of birth on a document whose number carries none, such as a passport.
 * What somebody only declared opens no fare and no extra points.
 */
@Service
public class ProveBirthDate {

    /** What became of it. */
    public enum Outcome {
        PROVED,
        TRAVELLER_IS_UNKNOWN,
        /** The document says another day than the one that was declared. */
        DIFFERS
    }

    private final TravellerStore travellers;
    private final Clock clock;

    ProveBirthDate(TravellerStore travellers, Clock clock) {
        this.travellers = travellers;
        this.clock = clock;
    }

    /**
     * @param read the date as the document has it
     */
    @Transactional
    public Outcome handle(long memberId, long travellerId, LocalDate read, long staffId) {
        Optional<Companion> found =
                travellers.ofMember(memberId).stream()
                        .filter(each -> each.id() == travellerId)
                        .findFirst();
        if (found.isEmpty()) {
            return Outcome.TRAVELLER_IS_UNKNOWN;
        }
        if (!found.get().person().birthDate().equals(read)) {
            return Outcome.DIFFERS;
        }
        travellers.verify(
                memberId,
                travellerId,
                "birth_date",
                LocalDate.of(9999, 12, 31),
                clock.instant(),
                "read on the document by staff " + staffId);
        return Outcome.PROVED;
    }
}
