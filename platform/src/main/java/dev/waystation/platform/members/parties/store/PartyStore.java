package dev.waystation.platform.members.parties.store;

import dev.waystation.platform.members.parties.model.Companion;
import dev.waystation.platform.members.parties.model.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parties and their places. */
@Component
public class PartyStore {

    private static final String FORM =
            """
            insert into parties.party (member_id, party_id, run_id, payer, bought_at, departs_at)
            values (:buyer, :party, :run, :payer, :at, :departs)
            on conflict do nothing
            """;

    private static final String PLACE =
            """
            insert into parties.companion
                (member_id, ticket_id, party_id, run_id, traveller_id, of_member, role)
            values (:buyer, :ticket, :party, :run, :traveller, :member, :role)
            on conflict do nothing
            """;

    private static final String END =
            """
            update parties.companion set state = :state
            where member_id = :buyer and ticket_id = :ticket and state = 'going'
            returning party_id, run_id
            """;

    private static final String WHERE =
            """
            select party_id, run_id from parties.companion
            where member_id = :buyer and ticket_id = :ticket
            """;

    // A ticket of a change belongs to the purchase it came from, on the run it is for.
    private static final String MOVE =
            """
            update parties.companion set party_id = :party
            where member_id = :buyer and ticket_id = :ticket
            returning party_id, run_id
            """;

    private static final String PARTIES =
            """
            select p.member_id, p.party_id, p.run_id, p.payer, p.bought_at, p.departs_at
            from parties.party p
            where %s
            order by p.departs_at desc, p.party_id desc, p.run_id
            limit 50
            """;

    private static final String ONE =
            PARTIES.formatted("p.member_id = :buyer and p.party_id = :party and p.run_id = :run");

    private static final String OF_MEMBER =
            PARTIES.formatted(
                    """
                    exists (
                        select from parties.companion c
                        where c.member_id = p.member_id and c.party_id = p.party_id
                          and c.run_id = p.run_id and (p.member_id = :member or c.of_member = :member))
                    """);

    private static final String COMPANIONS =
            """
            select ticket_id, traveller_id, of_member, role, state
            from parties.companion
            where member_id = :buyer and party_id = :party and run_id = :run
            order by ticket_id
            """;

    private final JdbcClient jdbc;

    PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void form(Party.Key key, String payer, Instant boughtAt, Instant departsAt) {
        keyed(FORM, key)
                .param("payer", payer)
                .param("at", boughtAt.atOffset(ZoneOffset.UTC))
                .param("departs", departsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives a traveller a place, once per ticket. */
    public void place(Party.Key key, Companion companion) {
        keyed(PLACE, key)
                .param("ticket", companion.ticketId())
                .param("traveller", companion.travellerId())
                .param("member", companion.memberId())
                .param("role", companion.role())
                .update();
    }

    /** Ends a place that was still going; the party it was in. */
    public Optional<Party.Key> end(long buyerId, long ticketId, String state) {
        return found(buyerId, ticketId, jdbc.sql(END).param("state", state));
    }

    public Optional<Party.Key> where(long buyerId, long ticketId) {
        return found(buyerId, ticketId, jdbc.sql(WHERE));
    }

    /** Moves a place into another purchase; the party it is in now. */
    public Optional<Party.Key> move(long buyerId, long ticketId, long partyId) {
        return found(buyerId, ticketId, jdbc.sql(MOVE).param("party", partyId));
    }

    public Optional<Party> find(Party.Key key) {
        return keyed(ONE, key).query(this::read).optional();
    }

    /** Parties the member bought or travels in, the latest departure first, at most 50. */
    public List<Party> ofMember(long memberId) {
        return jdbc.sql(OF_MEMBER).param("member", memberId).query(this::read).list();
    }

    private Optional<Party.Key> found(long buyerId, long ticketId, JdbcClient.StatementSpec asked) {
        return asked.param("buyer", buyerId)
                .param("ticket", ticketId)
                .query((row, _) ->
                        new Party.Key(buyerId, row.getLong("party_id"), row.getLong("run_id")))
                .optional();
    }

    private JdbcClient.StatementSpec keyed(String sql, Party.Key key) {
        return jdbc.sql(sql)
                .param("buyer", key.buyerId())
                .param("party", key.partyId())
                .param("run", key.runId());
    }

    private Party read(ResultSet row, int index) throws SQLException {
        Party.Key key =
                new Party.Key(
                        row.getLong("member_id"), row.getLong("party_id"), row.getLong("run_id"));
        return new Party(
                key,
                row.getString("payer"),
                row.getObject("bought_at", OffsetDateTime.class).toInstant(),
                row.getObject("departs_at", OffsetDateTime.class).toInstant(),
                keyed(COMPANIONS, key).query(PartyStore::companion).list());
    }

    private static Companion companion(ResultSet row, int index) throws SQLException {
        @Nullable Long member = row.getObject("of_member", Long.class);
        return new Companion(
                row.getLong("ticket_id"),
                row.getLong("traveller_id"),
                member,
                row.getString("role"),
                row.getString("state"));
    }
}
