package dev.waystation.platform.engagement.channels.store;

import dev.waystation.platform.engagement.messaging.Addresses;
import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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
    private final Clock clock;

    ChannelAddresses(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The member was seen at this address just now. */
    public void seen(long memberId, String channel, String address) {
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
    public void gone(long memberId, ContactAddress address) {
        jdbc.sql(
                        """
                        delete from channels.address
                        where channel = :channel and digest = :digest and member_id = :member
                        """)
                .param("channel", address.channel())
                .param("digest", digest(address.channel(), address.address()))
                .param("member", memberId)
                .update();
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
