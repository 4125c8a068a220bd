package dev.waystation.platform.members.membership.usecase;

import static dev.waystation.platform.members.membership.usecase.HouseholdBook.member;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import dev.waystation.platform.members.membership.model.HouseholdRules.Refusal;
import dev.waystation.platform.members.membership.model.Invitation;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.membership.store.InvitationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of a family does: form it, invite, set limits, remove, hand over, disband. */
@Service
public class KeepHousehold {

    private final HouseholdStore households;
    private final InvitationStore invitations;
    private final MemberSearch search;
    private final Members members;
    private final HouseholdBook book;
    private final Clock clock;

    KeepHousehold(
            HouseholdStore households,
            InvitationStore invitations,
            MemberSearch search,
            Members members,
            HouseholdBook book,
            Clock clock) {
        this.households = households;
        this.invitations = invitations;
        this.search = search;
        this.members = members;
        this.book = book;
        this.clock = clock;
    }

    /** The owner counts at once: who is alone in a family can trade with nobody. */
    @Transactional
    public HouseholdOutcome form(long owner) {
        LocalDate today = LocalDate.now(clock);
        if (!adult(owner, today)) {
            return new HouseholdOutcome.Refused(Refusal.HOUSEHOLD_NEEDS_ADULT);
        }
        Optional<Refusal> no =
                book.rules().joining(households.past(0, owner, clock.getZone()), 0, today);
        if (no.isPresent()) {
            return new HouseholdOutcome.Refused(no.get());
        }
        long household = households.form(owner, clock.instant());
        households.join(
                household,
                new Household.Kin(owner, Household.Role.OWNER, null, 100, null, today),
                clock.instant());
        book.note(household, owner, "FORMED", member(owner), "");
        return new HouseholdOutcome.Done(household);
    }

    /**
     * @param typed the phone or the member number of whom the owner wants to invite
     */
    @Transactional
    public HouseholdOutcome invite(long owner, String typed) {
        return asOwner(
                owner,
                household -> {
                    List<MemberCard> found = search.find(typed.strip());
                    if (found.size() != 1) {
                        return no(Refusal.HOUSEHOLD_INVITEE_UNKNOWN);
                    }
                    long invitee = found.getFirst().memberId();
                    Optional<Refusal> no =
                            book.rules()
                                    .joining(
                                            households.past(
                                                    household.id(), invitee, clock.getZone()),
                                            household.kin().size(),
                                            LocalDate.now(clock));
                    if (no.isPresent()) {
                        return no(no.get());
                    }
                    Invitation fresh =
                            new Invitation(
                                    UUID.randomUUID(),
                                    household.id(),
                                    invitee,
                                    owner,
                                    clock.instant()
                                            .plus(Duration.ofDays(book.rules().invitationDays())));
                    return invitations.invite(fresh, clock.instant())
                            ? done(household)
                            : no(Refusal.HOUSEHOLD_INVITED_ALREADY);
                });
    }

    @Transactional
    public HouseholdOutcome rules(long owner, Household.DrawOrder order, boolean ownerOnly) {
        return asOwner(
                owner,
                household -> {
                    households.rules(household.id(), order, ownerOnly);
                    book.note(
                            household.id(),
                            owner,
                            "RULES",
                            member(owner),
                            order + (ownerOnly ? " owner only" : ""));
                    return done(household);
                });
    }

    @Transactional
    public HouseholdOutcome limit(long owner, long kin, @Nullable Long monthlyLimit) {
        return asOwner(
                owner,
                household ->
                        household
                                .of(kin)
                                .map(each -> {
                                    households.set(
                                            household.id(), kin, each.sharePercent(), monthlyLimit);
                                    book.note(
                                            household.id(),
                                            kin,
                                            "LIMIT",
                                            member(owner),
                                            String.valueOf(monthlyLimit));
                                    return done(household);
                                })
                                .orElseGet(() -> no(Refusal.HOUSEHOLD_KIN_UNKNOWN)));
    }

    /** Ends somebody's stay; who is banned can't be invited here again. */
    @Transactional
    public HouseholdOutcome remove(long owner, long kin, boolean ban) {
        return asOwner(
                owner,
                household -> {
                    if (kin == owner) {
                        return no(Refusal.HOUSEHOLD_OWNER_STAYS);
                    }
                    if (household.of(kin).isEmpty()) {
                        return no(Refusal.HOUSEHOLD_KIN_UNKNOWN);
                    }
                    book.end(household, kin, ban ? "BANNED" : "REMOVED", member(owner));
                    return done(household);
                });
    }

    @Transactional
    public HouseholdOutcome handOver(long owner, long to) {
        return asOwner(
                owner,
                household -> {
                    Optional<Household.Kin> heir = household.of(to);
                    if (heir.isEmpty()) {
                        return no(Refusal.HOUSEHOLD_KIN_UNKNOWN);
                    }
                    if (heir.get().role() == Household.Role.MINOR) {
                        return no(Refusal.HOUSEHOLD_NEEDS_ADULT);
                    }
                    if (to != owner) {
                        households.handOver(household.id(), owner, to);
                        book.note(household.id(), to, "OWNER", member(owner), "");
                    }
                    return done(household);
                });
    }

    /** Everybody leaves. Nobody's points move: they were never in the family. */
    @Transactional
    public HouseholdOutcome disband(long owner) {
        return asOwner(
                owner,
                household -> {
                    List<Long> all = household.kin().stream().map(Household.Kin::memberId).toList();
                    households.end(household.id(), all, "DISBANDED", clock.instant());
                    households.disband(household.id(), clock.instant());
                    all.forEach(each ->
                            book.note(household.id(), each, "DISBANDED", member(owner), ""));
                    return done(household);
                });
    }

    private HouseholdOutcome asOwner(long owner, Function<Household, HouseholdOutcome> change) {
        Optional<Household> household = households.locked(owner);
        if (household.isEmpty()) {
            return no(Refusal.HOUSEHOLD_NOT_FOUND);
        }
        return household.get().ownerId() == owner
                ? change.apply(household.get())
                : no(Refusal.HOUSEHOLD_OWNER_ONLY_DOES_THIS);
    }

    private boolean adult(long member, LocalDate today) {
        return members.card(member)
                .filter(each -> each.ageOn(today) >= HouseholdRules.ADULT_FROM)
                .isPresent();
    }

    private static HouseholdOutcome done(Household household) {
        return new HouseholdOutcome.Done(household.id());
    }

    private static HouseholdOutcome no(Refusal code) {
        return new HouseholdOutcome.Refused(code);
    }
}
