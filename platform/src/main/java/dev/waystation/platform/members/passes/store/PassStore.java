package dev.waystation.platform.members.passes.store;

import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Tender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passes and with what they were paid. */
@Repository
public class PassStore {

    private static final String ORDER =
            """
            insert into passes.pass
              (member_id, product_id, state, traveller_id, media, order_ref, paid_minor, renews,
               ordered_at)
            values (:member, :product, 'ORDERED', :traveller, 1, :ref, :worth, :renews, :now)
            returning pass_id
            """;

    private static final String SELECT = "select * from passes.pass ";

    private static final String PAGE =
            SELECT
                    + """
                    where (:member::bigint is null or member_id = :member) and pass_id < :before
                      and state not in ('ORDERED', 'CANCELLED')
                    order by pass_id desc limit :limit
                    """;

    private static final String SUCCESSOR =
            SELECT + "where renews = :id and state in ('PAID', 'BLOCKED') for update";

    // Joined to a closure's days and site: those whose days the closure touches.
    private static final String TOUCHED =
            """
            select p.* from passes.pass p
            join passes.product t on t.product_id = p.product_id and t.extends_on_closure
            join passes.product_site s on s.product_id = p.product_id and s.site = :site
            where p.state = 'PAID' and p.valid_from <= :last and p.valid_until >= :first
              and p.pass_id > :after
            order by p.pass_id limit :limit
            for update of p
            """;

    private static final String ENDING =
            """
            select p.* from passes.pass p join passes.product t on t.product_id = p.product_id
            where p.state = 'PAID' and p.told_at is null
              and p.valid_until between :today and :today + t.renew_days
              and not exists (select 1 from passes.pass n
                              where n.renews = p.pass_id and n.state in ('PAID', 'BLOCKED'))
            order by p.pass_id limit 500
            for update of p
            """;

    private static final String ADD_TENDER =
            """
            insert into passes.tender (pass_id, nth, order_ref, kind, amount, minor)
            select :pass, count(*) + 1, :ref, :kind, :amount, :minor
            from passes.tender where pass_id = :pass
            """;

    private final JdbcClient jdbc;

    PassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pass to be paid; {@code worth} is what it counts for when it is given back. */
    public long order(
            long memberId,
            long productId,
            @Nullable Long travellerId,
            UUID reference,
            long worth,
            @Nullable Long renews,
            Instant now) {
        return jdbc.sql(ORDER)
                .param("member", memberId)
                .param("product", productId)
                .param("traveller", travellerId)
                .param("ref", reference)
                .param("worth", worth)
                .param("renews", renews)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    public Optional<Pass> find(long id) {
        return jdbc.sql(SELECT + "where pass_id = :id")
                .param("id", id)
                .query(PassStore::pass)
                .optional();
    }

    /** Changes of one pass take turns behind its row. */
    public Optional<Pass> locked(long id) {
        return jdbc.sql(SELECT + "where pass_id = :id for update")
                .param("id", id)
                .query(PassStore::pass)
                .optional();
    }

    /** Newest first; of everybody when {@code memberId} is null. */
    public List<Pass> page(@Nullable Long memberId, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("member", memberId)
                .param("before", before)
                .param("limit", limit)
                .query(PassStore::pass)
                .list();
    }

    /** The paid pass that continues this one. */
    public Optional<Pass> successor(long id) {
        return jdbc.sql(SUCCESSOR).param("id", id).query(PassStore::pass).optional();
    }

    public List<Pass> touched(String site, Span days, long after, int limit) {
        return jdbc.sql(TOUCHED)
                .param("site", site)
                .param("first", days.from())
                .param("last", days.until())
                .param("after", after)
                .param("limit", limit)
                .query(PassStore::pass)
                .list();
    }

    public List<Pass> ending(LocalDate today) {
        return jdbc.sql(ENDING).param("today", today).query(PassStore::pass).list();
    }

    public void told(long id, Instant now) {
        jdbc.sql("update passes.pass set told_at = :now where pass_id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public void paid(long id, @Nullable Span span, Instant now) {
        jdbc.sql("update passes.pass set state = 'PAID', paid_at = :now where pass_id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
        if (span != null) {
            span(id, span);
        }
    }

    public void span(long id, Span span) {
        jdbc.sql(
                        """
                        update passes.pass set valid_from = :from, valid_until = :until
                        where pass_id = :id
                        """)
                .param("id", id)
                .param("from", span.from())
                .param("until", span.until())
                .update();
    }

    /** Begins the days at the first use; of two first uses one begins them. */
    public void begin(long id, Span span) {
        jdbc.sql(
                        """
                        update passes.pass set valid_from = :from, valid_until = :until
                        where pass_id = :id and valid_from is null
                        """)
                .param("id", id)
                .param("from", span.from())
                .param("until", span.until())
                .update();
    }

    public void move(long id, PassState to, @Nullable String cause) {
        jdbc.sql(
                        """
                        update passes.pass set state = :to, blocked_for = :cause
                        where pass_id = :id
                        """)
                .param("id", id)
                .param("to", to.name())
                .param("cause", cause)
                .update();
    }

    public void nextMedium(long id) {
        jdbc.sql("update passes.pass set media = media + 1 where pass_id = :id")
                .param("id", id)
                .update();
    }

    public void bind(long id, @Nullable Long travellerId) {
        jdbc.sql("update passes.pass set traveller_id = :traveller where pass_id = :id")
                .param("id", id)
                .param("traveller", travellerId)
                .update();
        // What the last holder saved opens nothing any more.
        nextMedium(id);
    }

    public void addTender(long pass, UUID orderRef, Tender.Kind kind, long amount, long minor) {
        jdbc.sql(ADD_TENDER)
                .param("pass", pass)
                .param("ref", orderRef)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("minor", minor)
                .update();
    }

    public List<Tender> tenders(long pass) {
        return jdbc.sql("select * from passes.tender where pass_id = :pass order by nth")
                .param("pass", pass)
                .query((row, index) ->
                        new Tender(
                                row.getInt("nth"),
                                row.getObject("order_ref", UUID.class),
                                Tender.Kind.valueOf(row.getString("kind")),
                                row.getLong("amount"),
                                row.getLong("minor")))
                .list();
    }

    public void returned(long pass, int nth, long amount) {
        jdbc.sql("update passes.tender set returned = :amount where pass_id = :pass and nth = :nth")
                .param("pass", pass)
                .param("nth", nth)
                .param("amount", amount)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Pass pass(ResultSet row, int index) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        OffsetDateTime paid = row.getObject("paid_at", OffsetDateTime.class);
        return new Pass(
                row.getLong("pass_id"),
                row.getLong("member_id"),
                row.getLong("product_id"),
                PassState.valueOf(row.getString("state")),
                row.getObject("traveller_id", Long.class),
                row.getInt("media"),
                row.getObject("order_ref", UUID.class),
                row.getLong("paid_minor"),
                from == null ? null : new Span(from, row.getObject("valid_until", LocalDate.class)),
                row.getObject("renews", Long.class),
                row.getString("blocked_for"),
                paid == null ? null : paid.toInstant());
    }
}
