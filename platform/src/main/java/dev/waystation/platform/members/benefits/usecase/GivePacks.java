package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.facts.PackGiven;
import dev.waystation.platform.members.benefits.model.PackItem;
import dev.waystation.platform.members.benefits.model.Recurring;
import dev.waystation.platform.members.benefits.store.EntitlementStore;
import dev.waystation.platform.members.benefits.store.PackStore;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives packs once per cycle: to newcomers, on birthdays, on the day somebody joined, with a tier.
 */
@Service
public class GivePacks {

    private static final int PAGE = 1_000;
    private static final int DAYS_BEHIND = 31;

    private final PackStore packs;
    private final EntitlementStore entitlements;
    private final Claims claims;
    private final Members members;
    private final FactLog facts;
    private final Clock clock;

    GivePacks(
            PackStore packs,
            EntitlementStore entitlements,
            Claims claims,
            Members members,
            FactLog facts,
            Clock clock) {
        this.packs = packs;
        this.entitlements = entitlements;
        this.claims = claims;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    boolean isKnown(String pack) {
        return !packs.items(pack).isEmpty();
    }

    /** False when the member has had the pack in this cycle, or the pack is empty. */
    @Transactional
    public boolean give(long memberId, String pack, String cycle, LocalDate day) {
        List<PackItem> items = packs.items(pack);
        if (items.isEmpty() || !packs.given(memberId, pack, cycle, clock.instant())) {
            return false;
        }
        for (PackItem item : items) {
            UUID reference =
                    Entitlements.reference(memberId + " " + pack + " " + cycle + " " + item.line());
            Long campaign = item.campaignId();
            String benefit = item.benefit();
            if (campaign != null) {
                claims.claim(new Claim(reference, memberId, campaign, "pack:" + pack));
            } else if (benefit != null) {
                entitlements.grant(
                        new EntitlementGrant(
                                reference,
                                memberId,
                                benefit,
                                pack.startsWith("tier:") ? pack : "pack:" + pack,
                                item.quota(),
                                item.period(),
                                day,
                                day.plusDays(item.validDays() - 1L)),
                        clock.instant());
            }
        }
        facts.append(new PackGiven(memberId, pack, cycle, clock.instant()));
        return true;
    }

    /** Birthdays and anniversaries of every day since the last one looked through. */
    @Transactional
    public int catchUp() {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = packs.lastDay().map(last -> last.plusDays(1)).orElse(today);
        LocalDate earliest = today.minusDays(DAYS_BEHIND);
        int given = 0;
        for (LocalDate day = from.isBefore(earliest) ? earliest : from;
                !day.isAfter(today);
                day = day.plusDays(1)) {
            given += on(day);
            packs.dayDone(day, clock.instant());
        }
        return given;
    }

    private int on(LocalDate day) {
        int given = 0;
        long after = 0;
        List<MemberProfile> page = members.profiles(after, PAGE);
        while (!page.isEmpty()) {
            for (MemberProfile each : page) {
                String year = String.valueOf(day.getYear());
                LocalDate joined = LocalDate.ofInstant(each.joinedAt(), clock.getZone());
                if (Recurring.fallsOn(each.birthDate(), day)) {
                    given += give(each.memberId(), "birthday", year, day) ? 1 : 0;
                }
                if (Recurring.fallsOn(joined, day)) {
                    given += give(each.memberId(), "anniversary", year, day) ? 1 : 0;
                }
            }
            after = page.getLast().memberId();
            page = members.profiles(after, PAGE);
        }
        return given;
    }
}
