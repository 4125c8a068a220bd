package dev.waystation.platform.engagement.audience;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the audience in bulk: for the sample world and for taking over members from elsewhere. */
public interface SeedAudience {

    /**
     * One member; totals and last days follow from the deeds.
     *
     * @param consents channels with consent to marketing
     * @param reachable channels with an address
     */
    record Traits(
            long memberId,
            LocalDate birthDate,
            String gender,
            String city,
            LocalDate joinedOn,
            @Nullable LocalDate studentUntil,
            List<String> consents,
            List<String> refused,
            List<String> reachable,
            @Nullable String tier,
            long points) {}

    /**
     * One event.
     *
     * @param event {@code trip.completed}, {@code ticket.bought} or {@code park.visited}
     * @param reference makes it count once
     */
    record Deed(
            long memberId,
            String event,
            String reference,
            LocalDate day,
            long amountMinor,
            @Nullable String seatClass,
            @Nullable String fromStation,
            @Nullable String toStation) {}

    /** Writes traits and deeds set by set, then tags and segment members by their conditions. */
    void load(Stream<Traits> members, Stream<Deed> deeds);

    /** Puts the ready tags and ready published segments in place; those there already stay. */
    void readyMade();
}
