package dev.waystation.platform.insight.trust.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entry can be about; its number means something together with its kind only. */
public enum AuditObject {
    MEMBER("mbr"),
    STAFF("stf"),
    PLAN("pln"),
    API_CLIENT("cli");

    private final String prefix;

    AuditObject(String prefix) {
        this.prefix = prefix;
    }

    /** The actions whose subject is a thing of this kind. */
    public Set<String> actions() {
        return switch (this) {
            case MEMBER ->
                    Set.of(
                            "PersonalDataRevealed",
                            "InvitationReviewed",
                            "ConsentChanged",
                            "MemberCorrected",
                            "MemberLeft",
                            "MembersLinked",
                            "PointsCorrected",
                            "ClaimDecided",
                            "HouseholdChanged",
                            "TicketChanged");
            case STAFF ->
                    Set.of(
                            "StaffSignedIn",
                            "StaffSignedOut",
                            "StaffSignInFailed",
                            "StaffSignInLocked",
                            "StaffAdded",
                            "StaffChanged");
            case PLAN -> Set.of("ReleasePlanPublished");
            case API_CLIENT -> Set.of("ApiKeyIssued", "ApiKeyRevoked");
        };
    }

    /**
     * The thing an entry is about, as the console addresses it; null when it stands for nothing.
     */
    public static @Nullable String about(AuditEntry entry) {
        return Arrays.stream(values())
                .filter(each -> each.actions().contains(entry.action()) && entry.subject() > 0)
                .map(each -> PublicId.encode(each.prefix, entry.subject()))
                .findFirst()
                .orElse(null);
    }

    /** The kind and number behind a public id. */
    public static Found find(String about) {
        Optional<AuditObject> kind =
                Arrays.stream(values())
                        .filter(each -> about.startsWith(each.prefix + "_"))
                        .findFirst();
        Malformed.require(
                kind.isPresent(),
                "about",
                about,
                "give the id of a member, staff, release plan or API client");
        AuditObject found = kind.orElseThrow();
        return new Found(found, PublicId.decode(found.prefix, about));
    }

    /** One thing. */
    public record Found(AuditObject kind, long number) {}
}
