package dev.waystation.platform.members.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A family that shares points. Nobody's points move into it: it says from whom may be drawn, how
 * much, and who may draw.
 *
 * @param ownerOnly only the owner draws
 * @param frozenFor why the operator stopped it, null while it runs
 */
public record Household(
        long id,
        long ownerId,
        DrawOrder drawOrder,
        boolean ownerOnly,
        @Nullable String frozenFor,
        List<Kin> kin) {

    /** More would make one draw lock more accounts than one commit should. */
    public static final int MOST = 8;

    /** From whom a draw takes first. */
    public enum DrawOrder {
        /** What expires first over all, whosever it is. */
        EARLIEST,
        /** From everybody in proportion to what they can give. */
        PRO_RATA
    }

    /** What somebody is in the family. */
    public enum Role {
        OWNER,
        ADULT,
        MINOR
    }

    /**
     * One of the family.
     *
     * @param guardianId who consented and answers for a minor, null for adults
     * @param sharePercent how much of their points may be drawn
     * @param monthlyLimit how many points they may draw a calendar month, null for no limit
     * @param activeOn first day on which they draw and are drawn from
     */
    public record Kin(
            long memberId,
            Role role,
            @Nullable Long guardianId,
            int sharePercent,
            @Nullable Long monthlyLimit,
            LocalDate activeOn) {

        /** Whether somebody decides for this one: they themselves, or the guardian of a minor. */
        public boolean answersTo(long person) {
            return role == Role.MINOR
                    ? guardianId != null && guardianId == person
                    : memberId == person;
        }
    }

    public Household {
        kin = List.copyOf(kin);
    }

    public Optional<Kin> of(long memberId) {
        return kin.stream().filter(each -> each.memberId() == memberId).findFirst();
    }

    /** Whether two people belong to it, both past their waiting time. */
    public boolean joins(long one, long other, LocalDate day) {
        return active(one, day) && active(other, day);
    }

    private boolean active(long memberId, LocalDate day) {
        return of(memberId).filter(each -> !day.isBefore(each.activeOn())).isPresent();
    }
}
