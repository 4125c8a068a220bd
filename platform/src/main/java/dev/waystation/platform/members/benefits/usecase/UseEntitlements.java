package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.EntitlementUse;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.UseOutcome;
import dev.waystation.platform.members.benefits.UseOutcome.UseRefusal;
import dev.waystation.platform.members.benefits.facts.EntitlementUsed;
import dev.waystation.platform.members.benefits.model.Entitlement;
import dev.waystation.platform.members.benefits.model.EntitlementToken;
import dev.waystation.platform.members.benefits.store.EntitlementStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grants and uses. Uses of one entitlement take turns behind its row, so a quota is never exceeded;
 * a device that was offline tells later, and of two that used the same turn the first to tell wins.
 */
@Service
class UseEntitlements implements Entitlements {

    private static final int MINUTES_FAST = 10;

    private final EntitlementStore store;
    private final GivePacks packs;
    private final KeyRing keys;
    private final FactLog facts;
    private final Clock clock;

    UseEntitlements(
            EntitlementStore store, GivePacks packs, SigningKeys keys, FactLog facts, Clock clock) {
        this.store = store;
        this.packs = packs;
        this.keys = keys.ring("entitlement tokens");
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean grant(EntitlementGrant grant) {
        return store.grant(grant, clock.instant());
    }

    @Override
    @Transactional
    public int recall(long memberId, String source) {
        return store.recall(memberId, source, clock.instant());
    }

    @Override
    public boolean knowsPack(String pack) {
        return packs.isKnown(pack);
    }

    @Override
    @Transactional
    public boolean givePack(long memberId, String pack, String cycle) {
        return packs.give(memberId, pack, cycle, LocalDate.now(clock));
    }

    @Override
    public OptionalLong holder(String token) {
        return EntitlementToken.read(token, keys.signing().publicKey()).stream()
                .mapToLong(EntitlementToken::memberId)
                .findFirst();
    }

    @Override
    public String token(long memberId, long entitlementId) {
        return new EntitlementToken(memberId, entitlementId).sign(keys.signing().privateKey());
    }

    @Override
    @Transactional
    public UseOutcome use(EntitlementUse use) {
        Optional<EntitlementToken> token =
                EntitlementToken.read(use.token(), keys.signing().publicKey());
        if (token.isEmpty()) {
            return refused(UseRefusal.TOKEN_IS_NOT_OURS, Map.of());
        }
        Optional<Entitlement> found =
                store.locked(token.get().memberId(), token.get().entitlementId());
        return found.map(each -> use(each, use))
                .orElseGet(() -> refused(UseRefusal.ENTITLEMENT_NOT_FOUND, Map.of()));
    }

    private UseOutcome use(Entitlement of, EntitlementUse use) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(use.usedAt(), clock.getZone());
        String key = of.period().key(day);
        int used = store.used(of, key);
        if (store.told(of.memberId(), use.reference())) {
            return new UseOutcome.Used(of.memberId(), of.name(), of.quota() - used, true);
        }
        if (use.usedAt().isAfter(now.plusSeconds(60L * MINUTES_FAST))) {
            return refused(UseRefusal.USE_IS_IN_THE_FUTURE, Map.of("now", now.toString()));
        }
        if (of.recalled()) {
            return refused(UseRefusal.ENTITLEMENT_WAS_RECALLED, Map.of());
        }
        if (day.isBefore(of.from())) {
            return refused(
                    UseRefusal.ENTITLEMENT_NOT_YET_VALID, Map.of("from", of.from().toString()));
        }
        if (day.isAfter(of.until())) {
            return refused(
                    UseRefusal.ENTITLEMENT_HAS_EXPIRED, Map.of("until", of.until().toString()));
        }
        if (used >= of.quota()) {
            EntitlementStore.LastUse last = store.last(of, key).orElseThrow();
            return refused(
                    UseRefusal.ENTITLEMENT_QUOTA_IS_USED,
                    Map.of("place", last.place(), "at", last.usedAt().toString()));
        }
        store.use(of, key, used + 1, use, now);
        facts.append(
                new EntitlementUsed(
                        of.memberId(), of.id(), of.benefit(), use.place(), use.usedAt()));
        return new UseOutcome.Used(of.memberId(), of.name(), of.quota() - used - 1, false);
    }

    private static UseOutcome refused(UseRefusal code, Map<String, Object> values) {
        return new UseOutcome.Refused(code, values);
    }
}
