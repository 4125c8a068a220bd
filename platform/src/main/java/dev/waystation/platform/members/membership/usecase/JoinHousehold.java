package dev.waystation.platform.members.membership.usecase;

import static dev.waystation.platform.members.membership.usecase.HouseholdBook.member;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import dev.waystation.platform.members.membership.model.HouseholdRules.Refusal;
import dev.waystation.platform.members.membership.model.Invitation;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.membership.store.InvitationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people consent to for themselves, and guardians for minors: joining a family, how much of
 * their points it may draw, and leaving.
 */
@Service
public class JoinHousehold {

    private final HouseholdStore households;
    private final InvitationStore invitations;
    private final Members members;
    private final HouseholdBook book;
    private final Clock clock;

    JoinHousehold(
            HouseholdStore households,
            InvitationStore invitations,
            Members members,
            HouseholdBook book,
            Clock clock) {
        this.households = households;
        this.invitations = invitations;
        this.members = members;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Adults accept for themselves; an adult of the family with the minor on their list for a
     * minor.
     */
    @Transactional
    public HouseholdOutcome accept(long person, UUID invitation) {
        Invitation open = invitations.open(invitation, clock.instant()).orElse(null);
        if (open == null) {
            return no(Refusal.HOUSEHOLD_INVITATION_IS_OVER);
        }
        Household household = households.lockedById(open.householdId()).orElse(null);
        if (household == null) {
            return no(Refusal.HOUSEHOLD_INVITATION_IS_OVER);
        }
        LocalDate today = LocalDate.now(clock);
        boolean minor = minor(open.memberId(), today);
        Optional<Refusal> no =
                consent(person, open.memberId(), minor, household)
                        .or(() ->
                                book.rules()
                                        .joining(
                                                households.past(
                                                        household.id(),
                                                        open.memberId(),
                                                        clock.getZone()),
                                                household.kin().size(),
                                                today));
        if (no.isPresent()) {
            return no(no.get());
        }
        if (!invitations.answer(invitation, "ACCEPTED", person, clock.instant())) {
            return no(Refusal.HOUSEHOLD_INVITATION_IS_OVER);
        }
        households.join(
                household.id(),
                new Household.Kin(
                        open.memberId(),
                        minor ? Household.Role.MINOR : Household.Role.ADULT,
                        minor ? person : null,
                        100,
                        minor ? book.rules().minorLimit() : null,
                        today.plusDays(book.rules().waitDays())),
                clock.instant());
        book.note(household.id(), open.memberId(), "JOINED", member(person), "");
        return new HouseholdOutcome.Done(household.id());
    }

    /** The invited person declines, or the owner takes the invitation back. */
    @Transactional
    public HouseholdOutcome decline(long person, UUID invitation) {
        Invitation open = invitations.open(invitation, clock.instant()).orElse(null);
        if (open == null || (open.memberId() != person && open.invitedBy() != person)) {
            return no(Refusal.HOUSEHOLD_INVITATION_IS_OVER);
        }
        String answer = open.memberId() == person ? "DECLINED" : "WITHDRAWN";
        invitations.answer(invitation, answer, person, clock.instant());
        return new HouseholdOutcome.Done(open.householdId());
    }

    @Transactional
    public HouseholdOutcome share(long person, long kin, int percent) {
        Household household = households.locked(kin).orElse(null);
        Household.Kin one = household == null ? null : household.of(kin).orElse(null);
        if (household == null || one == null) {
            return no(Refusal.HOUSEHOLD_NOT_FOUND);
        }
        if (!one.answersTo(person)) {
            return no(Refusal.HOUSEHOLD_NOT_YOURS_TO_DECIDE);
        }
        households.set(household.id(), kin, percent, one.monthlyLimit());
        book.note(household.id(), kin, "SHARE", member(person), percent + "%");
        return new HouseholdOutcome.Done(household.id());
    }

    @Transactional
    public HouseholdOutcome leave(long person, long kin) {
        Household household = households.locked(kin).orElse(null);
        Household.Kin one = household == null ? null : household.of(kin).orElse(null);
        if (household == null || one == null) {
            return no(Refusal.HOUSEHOLD_NOT_FOUND);
        }
        if (!one.answersTo(person)) {
            return no(Refusal.HOUSEHOLD_NOT_YOURS_TO_DECIDE);
        }
        if (one.role() == Household.Role.OWNER) {
            return no(Refusal.HOUSEHOLD_OWNER_STAYS);
        }
        book.end(household, kin, "LEFT", member(person));
        return new HouseholdOutcome.Done(household.id());
    }

    private Optional<Refusal> consent(
            long person, long invitee, boolean minor, Household household) {
        if (!minor) {
            return person == invitee
                    ? Optional.empty()
                    : Optional.of(Refusal.HOUSEHOLD_NOT_YOURS_TO_DECIDE);
        }
        boolean adultOfTheFamily =
                household
                        .of(person)
                        .filter(each -> each.role() != Household.Role.MINOR)
                        .isPresent();
        return adultOfTheFamily && onTheListOf(person, invitee)
                ? Optional.empty()
                : Optional.of(Refusal.HOUSEHOLD_NEEDS_GUARDIAN);
    }

    /** The document was checked on both lists, so the same document is the same child. */
    private boolean onTheListOf(long guardian, long minor) {
        String own =
                members.travellers(minor).stream()
                        .filter(TravellerIdentity::self)
                        .map(TravellerIdentity::documentKey)
                        .findFirst()
                        .orElse("");
        return members.travellers(guardian).stream()
                .anyMatch(each -> each.documentKey().equals(own));
    }

    private boolean minor(long memberId, LocalDate today) {
        return members.card(memberId)
                .map((MemberCard card) -> card.ageOn(today) < HouseholdRules.ADULT_FROM)
                .orElse(true);
    }

    private static HouseholdOutcome no(Refusal code) {
        return new HouseholdOutcome.Refused(code);
    }
}
