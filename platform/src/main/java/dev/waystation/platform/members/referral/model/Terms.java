package dev.waystation.platform.members.referral.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A version of what a campaign promises. An invitation keeps the version it was bound by.
 *
 * @param windowDays how long after a touch somebody may join and still count
 */
public record Terms(
        Said name,
        Instant startsAt,
        Instant endsAt,
        int windowDays,
        Rewards rewards,
        Caps caps,
        List<Milestone> milestones,
        Limits limits) {

    private static final long MOST_POINTS = 100_000;

    /** Points of both sides at both stages; 0 for none. */
    public record Rewards(
            long inviterSignUp, long inviteeSignUp, long inviterOrder, long inviteeOrder) {
        public Rewards {
            check("rewards.inviterSignUp", inviterSignUp);
            check("rewards.inviteeSignUp", inviteeSignUp);
            check("rewards.inviterOrder", inviterOrder);
            check("rewards.inviteeOrder", inviteeOrder);
        }

        public long of(Side side, Stage stage) {
            return switch (side) {
                case INVITER -> stage == Stage.SIGN_UP ? inviterSignUp : inviterOrder;
                case INVITEE -> stage == Stage.SIGN_UP ? inviteeSignUp : inviteeOrder;
            };
        }

        private static void check(String field, long points) {
            Malformed.require(
                    points >= 0 && points <= MOST_POINTS, field, points, "give 0 to 100000");
        }
    }

    /** How many invitations of one inviter count. */
    public record Caps(int perMonth, int inAll) {
        public Caps {
            Malformed.require(perMonth > 0, "caps.perMonth", perMonth, "give 1 or more");
            Malformed.require(
                    inAll >= perMonth, "caps.inAll", inAll, "give at least caps.perMonth");
        }
    }

    /** From how many people who share something on, or how many at once, somebody looks. */
    public record Limits(
            int device,
            int document,
            int instrument,
            int network,
            int place,
            int perHour,
            int perDay) {

        public static final Limits USUAL = new Limits(3, 4, 4, 6, 6, 6, 15);

        public Limits {
            for (int each : new int[] {device, document, instrument, network, place}) {
                Malformed.require(each >= 2, "limits", each, "give 2 or more for each signal");
            }
            Malformed.require(perHour > 0, "limits.perHour", perHour, "give 1 or more");
            Malformed.require(perDay >= perHour, "limits.perDay", perDay, "give at least perHour");
        }

        public int of(Signal signal) {
            return switch (signal) {
                case DEVICE -> device;
                case DOCUMENT -> document;
                case INSTRUMENT -> instrument;
                case NETWORK -> network;
                case PLACE -> place;
            };
        }
    }

    public Terms {
        Malformed.require(
                !name.zh().isBlank() && !name.en().isBlank(),
                "name",
                name,
                "name it in both languages");
        Malformed.require(
                startsAt.isBefore(endsAt), "endsAt", endsAt, "give an instant after startsAt");
        Malformed.require(
                windowDays >= 1 && windowDays <= 180, "windowDays", windowDays, "give 1 to 180");
        milestones = List.copyOf(milestones);
        Malformed.require(
                milestones.stream().map(Milestone::invites).distinct().count() == milestones.size(),
                "milestones",
                milestones.size(),
                "give one milestone per number of invitations");
    }

    public Duration window() {
        return Duration.ofDays(windowDays);
    }
}
