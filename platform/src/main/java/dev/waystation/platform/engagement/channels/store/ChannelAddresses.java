package dev.waystation.platform.engagement.channels.store;

import dev.waystation.platform.engagement.messaging.Addresses;
import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.ContactAddress;
import dev.waystation.platform.members.membership.ReachReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices and openids of members, sealed. An address has one owner: who signs in on a device takes
 * it over. Of each member the newest few are kept, and what was not seen for long is not written
 * to.
 */
@Repository
public class ChannelAddresses implements Addresses {

    private static final Set<String> CHANNELS = Set.of("push", "miniapp", "wecom");
    private static final Duration FORGOTTEN = Duration.ofDays(270);
    private static final int MOST = 5;

    private static final String SEEN =
            """
            insert into channels.address (channel, digest, member_id, sealed, seen_at)
            values (:channel, :digest, :member, :sealed, :now)
            on conflict (channel, digest) do update
            set member_id = excluded.member_id, sealed = excluded.sealed, seen_at = excluded.seen_at
            """;

    private static final String SEED =
            """
            insert into channels.address (channel, digest, member_id, sealed, seen_at)
            select :channel, g.digest, g.member, g.sealed, :now
            from unnest(:digests, :members, :sealed) as g (digest, member, sealed)
            on conflict (channel, digest) do nothing
            """;

    private static final String TRIM =
            """
            delete from channels.address a using (
                select channel, digest,
                       row_number() over (order by seen_at desc, digest) as place
                from channels.address where member_id = :member and channel = :channel) o
            where a.channel = o.channel and a.digest = o.digest and o.place > :most
            """;

    private static final String NEWEST =
            """
            select sealed from channels.address
            where member_id = :member and channel = :channel and seen_at > :since
            order by seen_at desc, digest limit 1
            """;

    private static final String REACHABLE =
            """
            select distinct member_id from channels.address
            where member_id = any(:members) and channel = :channel and seen_at > :since
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ReachReports reach;
    private final Clock clock;

    ChannelAddresses(JdbcClient jdbc, Vault vault, ReachReports reach, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.vault = vault;
        this.clock = clock;
    }

    /** The member was seen at this address just now. */
    @Transactional
    public void seen(long memberId, String channel, String address) {
        Optional<Long> before = owner(channel, address).filter(owner -> owner != memberId);
        boolean known = isFound(memberId, channel);
        jdbc.sql(SEEN)
                .param("channel", channel)
                .param("digest", digest(channel, address))
                .param("member", memberId)
                .param("sealed", vault.seal(memberId, address))
                .param("now", utc(clock.instant()))
                .update();
        jdbc.sql(TRIM)
                .param("member", memberId)
                .param("channel", channel)
                .param("most", MOST)
                .update();
        if (CHANNELS.contains(channel)) {
            if (!known) {
                reach.changed(memberId, channel, true);
            }
            before.ifPresent(owner -> tellIfLost(owner, channel));
        }
    }

    /** The same of many at once, for members nobody heard of yet: nothing is told. */
    public void seed(String channel, List<Long> memberIds) {
        String[] plain =
                memberIds.stream().map(id -> channel + "-sample-" + id).toArray(String[]::new);
        byte[][] sealed = new byte[plain.length][];
        byte[][] digests = new byte[plain.length][];
        for (int i = 0; i < plain.length; i++) {
            sealed[i] = vault.seal(memberIds.get(i), plain[i]);
            digests[i] = digest(channel, plain[i]);
        }
        jdbc.sql(SEED)
                .param("channel", channel)
                .param("members", memberIds.toArray(Long[]::new))
                .param("sealed", sealed)
                .param("digests", digests)
                .param("now", utc(clock.instant()))
                .update();
    }

    private boolean isFound(long memberId, String channel) {
        return !reachable(channel, List.of(memberId)).isEmpty();
    }

    private void tellIfLost(long memberId, String channel) {
        if (!isFound(memberId, channel)) {
            reach.changed(memberId, channel, false);
        }
    }

    /** Who was seen at this address last. */
    public Optional<Long> owner(String channel, String address) {
        return jdbc.sql(
                        """
                        select member_id from channels.address
                        where channel = :channel and digest = :digest
                        """)
                .param("channel", channel)
                .param("digest", digest(channel, address))
                .query(Long.class)
                .optional();
    }

    @Override
    public Set<String> channels() {
        return CHANNELS;
    }

    @Override
    public Set<Long> reachable(String channel, Collection<Long> memberIds) {
        return Set.copyOf(
                jdbc.sql(REACHABLE)
                        .param("members", memberIds.toArray(Long[]::new))
                        .param("channel", channel)
                        .param("since", since())
                        .query(Long.class)
                        .list());
    }

    @Override
    public Optional<ContactAddress> address(long memberId, String channel) {
        return jdbc.sql(NEWEST)
                .param("member", memberId)
                .param("channel", channel)
                .param("since", since())
                .query((row, _) ->
                        new ContactAddress(channel, vault.open(memberId, row.getBytes("sealed"))))
                .optional();
    }

    @Override
    @Transactional
    public void gone(long memberId, ContactAddress address) {
        int dropped =
                jdbc.sql(
                                """
                                delete from channels.address
                                where channel = :channel and digest = :digest and member_id = :member
                                """)
                        .param("channel", address.channel())
                        .param("digest", digest(address.channel(), address.address()))
                        .param("member", memberId)
                        .update();
        if (dropped > 0) {
            tellIfLost(memberId, address.channel());
        }
    }

    private OffsetDateTime since() {
        return utc(clock.instant().minus(FORGOTTEN));
    }

    private byte[] digest(String channel, String address) {
        return vault.blindIndex("channel address " + channel, address);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
