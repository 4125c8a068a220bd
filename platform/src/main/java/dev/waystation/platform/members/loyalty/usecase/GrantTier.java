package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a tier for a time: as a gift, to match another programme's, or to try it. */
@Service
public class GrantTier {

    private static final Set<String> KINDS = Set.of("grant", "match", "trial", "reward");

    /** Who gets which tier from when until when. */
    public record Command(
            long memberId,
            String club,
            String tier,
            String kind,
            Instant until,
            String reason,
            String by) {
        public Command {
            Malformed.require(
                    KINDS.contains(kind), "kind", kind, "give grant, match, trial or reward");
            Malformed.require(
                    reason.strip().length() >= 4,
                    "reason",
                    reason,
                    "say why, in at least 4 characters");
        }
    }

    /** The grant, or why there is none. */
    public sealed interface Outcome {
        record Granted(TierStore.Interval interval) implements Outcome {}

        record Refused(GrantRefusal code) implements Outcome {}
    }

    /** Why nothing was granted. */
    public enum GrantRefusal {
        TIER_IS_GRANTED_ALREADY,
        GRANT_ENDS_BEFORE_IT_BEGINS
    }

    private final Programmes programmes;
    private final TierStore tiers;
    private final ChangeTier change;
    private final ClubRoom room;
    private final Explanations explanations;

    GrantTier(
            Programmes programmes,
            TierStore tiers,
            ChangeTier change,
            ClubRoom room,
            Explanations explanations) {
        this.programmes = programmes;
        this.tiers = tiers;
        this.change = change;
        this.room = room;
        this.explanations = explanations;
    }

    @Transactional
    public Outcome handle(Command command) {
        Instant now = room.now();
        if (!command.until().isAfter(now)) {
            return new Outcome.Refused(GrantRefusal.GRANT_ENDS_BEFORE_IT_BEGINS);
        }
        Club club = programmes.club(command.club());
        Malformed.require(
                club.tiers().stream().anyMatch(each -> each.code().equals(command.tier())),
                "tier",
                command.tier(),
                "give one of " + club.tiers().stream().map(Level::code).toList());
        Level level = club.level(command.tier());
        tiers.lock(command.memberId());
        boolean taken =
                tiers.history(command.memberId(), club.code()).stream()
                        .anyMatch(each ->
                                each.layer().equals(TierStore.GRANTED)
                                        && (each.until() == null || each.until().isAfter(now)));
        if (taken) {
            return new Outcome.Refused(GrantRefusal.TIER_IS_GRANTED_ALREADY);
        }
        String before = change.inForce(command.memberId(), club, now);
        String id = explanations.keep(command.memberId(), explain(command, level));
        TierStore.Interval grant =
                new TierStore.Interval(
                        command.memberId(),
                        club.code(),
                        TierStore.GRANTED,
                        level.code(),
                        level.rank(),
                        now,
                        command.until(),
                        command.kind(),
                        id);
        tiers.grant(grant);
        change.tell(command.memberId(), club, before, command.kind(), id, now);
        return new Outcome.Granted(grant);
    }

    private static Explanation explain(Command command, Level level) {
        return new Explanation(
                command.kind().equals("reward")
                        ? new Said(
                                "%s是活动奖励，至 %s。".formatted(level.name().zh(), command.until()),
                                "%s is a reward, until %s."
                                        .formatted(level.name().en(), command.until()))
                        : new Said(
                                "%s由工作人员给予，至 %s。".formatted(level.name().zh(), command.until()),
                                "%s was given by staff, until %s."
                                        .formatted(level.name().en(), command.until())),
                List.of(
                        new Reason(
                                "GRANTED",
                                true,
                                Said.same(command.reason()),
                                Map.of("kind", command.kind(), "by", command.by()))));
    }
}
