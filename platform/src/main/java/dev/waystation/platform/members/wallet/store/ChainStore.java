package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.JournalChain.Fault;
import dev.waystation.platform.members.wallet.JournalChain.Head;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Links of the journal's chain. Digests are made where the rows are, a link in three statements.
 */
@Repository
public class ChainStore {

    // jsonb says every value in one way only, so that no two rows have the same text.
    private static final String DIGEST =
            """
            sha256(convert_to(coalesce((
              select string_agg(jsonb_build_array(
                  e.entry_no, e.kind, e.reference, e.asked, e.amount, e.about, e.source,
                  e.last_day, e.explanation_id, e.spendable_after,
                  (extract(epoch from e.posted_at) * 1000000)::bigint,
                  e.available_change, e.held_change, e.pending_change, e.debt_change,
                  e.issuance_change, e.redemption_change, e.breakage_change,
                  e.written_off_change, e.transit_change, e.lot_nos, e.lot_amounts)::text,
                chr(10) order by e.entry_no)
              from wallet.entry e
              where e.member_id = m.member_id and e.currency = m.currency
                and e.entry_no between m.first_no and m.last_no), ''), 'UTF8'))
            """;

    private static final String LINK_DIGEST =
            """
            sha256(l.previous || convert_to(coalesce(l.number || ' ' || l.entries || ' '
              || (extract(epoch from l.chained_at) * 1000000)::bigint || chr(10) || (
              select string_agg(concat_ws(' ', p.member_id, p.currency, p.first_no, p.last_no,
                  encode(p.digest, 'hex')),
                chr(10) order by p.member_id, p.currency collate "C")
              from wallet.chain_part p where p.link = l.number), ''), 'UTF8'))
            """;

    private static final String HEAD =
            """
            select number, encode(digest, 'hex') as digest, chained_at,
                   (select sum(entries) from wallet.chain_link)::bigint as entries
            from wallet.chain_link order by number desc limit 1
            """;

    private static final String WAITING =
            """
            select coalesce(sum(a.entries - coalesce(c.entries, 0)), 0)::bigint
            from wallet.account a
            left join wallet.chained c using (member_id, currency)
            where a.entries > coalesce(c.entries, 0)
            """;

    private static final String ADD_PARTS =
            """
            insert into wallet.chain_part (link, member_id, currency, first_no, last_no, digest)
            select :link, m.member_id, m.currency, m.first_no, m.last_no,
            """
                    + DIGEST
                    + """
                    from (
                      select a.member_id, a.currency, coalesce(c.entries, 0) + 1 as first_no,
                             least(a.entries, coalesce(c.entries, 0) + :most) as last_no
                      from wallet.account a
                      left join wallet.chained c using (member_id, currency)
                      where a.entries > coalesce(c.entries, 0)
                      limit :accounts) m
                    """;

    private static final String ADD_LINK =
            """
            insert into wallet.chain_link (number, previous, digest, entries, chained_at)
            select l.number, l.previous,
            """
                    + LINK_DIGEST
                    + """
                    , l.entries, l.chained_at
                    from (
                      select :link::bigint as number, decode(:previous, 'hex') as previous,
                             sum(last_no - first_no + 1)::bigint as entries,
                             :at::timestamptz as chained_at
                      from wallet.chain_part where link = :link) l
                    """;

    private static final String MOVE_ON =
            """
            insert into wallet.chained (member_id, currency, entries)
            select member_id, currency, last_no from wallet.chain_part where link = :link
            on conflict (member_id, currency) do update set entries = excluded.entries
            """;

    private static final String BROKEN_PARTS =
            """
            select m.link, m.member_id, m.currency, m.first_no, m.last_no
            from wallet.chain_part m
            where m.link > :after and m.link <= :upto and m.digest <>
            """
                    + DIGEST
                    + " order by m.link, m.member_id, m.currency limit :most";

    private static final String BROKEN_LINKS =
            """
            select l.number from (
              select *, lag(number) over w as before, lag(digest) over w as before_digest
              from wallet.chain_link
              where number >= :after and number <= :upto
              window w as (order by number)) l
            where l.number > :after and (l.digest <>
            """
                    + LINK_DIGEST
                    + """
                       or (l.number = 1 and l.previous <> decode(repeat('00', 32), 'hex'))
                       or (l.number > 1 and (l.before is distinct from l.number - 1
                                             or l.previous is distinct from l.before_digest)))
                    order by l.number limit :most
                    """;

    // Parts of one account follow one another from 1 up to where the account is chained.
    private static final String MISSING_RANGES =
            """
            select member_id, currency, from_no from (
              select member_id, currency, first_no,
                     lag(last_no, 1, 0::bigint) over (
                       partition by member_id, currency order by first_no) + 1 as from_no
              from wallet.chain_part) p
            where first_no <> from_no
            union all
            select c.member_id, c.currency, coalesce(p.last_no, 0) + 1
            from wallet.chained c
            left join (select member_id, currency, max(last_no) as last_no
                       from wallet.chain_part group by member_id, currency) p
              using (member_id, currency)
            where c.entries is distinct from p.last_no
            limit :most
            """;

    private static final String KEPT =
            """
            select count(*) from wallet.chain_link
            where number = :number and encode(digest, 'hex') = :digest
            """;

    private final JdbcClient jdbc;

    ChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Head> head() {
        return jdbc.sql(HEAD)
                .query((row, _) ->
                        new Head(
                                row.getLong("number"),
                                row.getString("digest"),
                                row.getLong("entries"),
                                row.getObject("chained_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }

    /**
     * Adds a link over what no link covers yet; how many accounts it covers, none adds none.
     *
     * @param most entries of one account
     */
    public int add(long link, String previous, Instant at, int accounts, int most) {
        int parts =
                jdbc.sql(ADD_PARTS)
                        .param("link", link)
                        .param("accounts", accounts)
                        .param("most", most)
                        .update();
        if (parts > 0) {
            jdbc.sql(ADD_LINK)
                    .param("link", link)
                    .param("previous", previous)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql(MOVE_ON).param("link", link).update();
        }
        return parts;
    }

    /** What does not fit in the links after one and up to another. */
    public List<Fault> faults(long after, long upto, int most) {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(
                jdbc.sql(BROKEN_LINKS)
                        .param("after", after)
                        .param("upto", upto)
                        .param("most", most)
                        .query((row, _) -> new Fault.LinkAltered(row.getLong(1)))
                        .list());
        faults.addAll(
                jdbc.sql(BROKEN_PARTS)
                        .param("after", after)
                        .param("upto", upto)
                        .param("most", most)
                        .query((row, _) ->
                                new Fault.EntriesAltered(
                                        row.getLong("link"),
                                        row.getLong("member_id"),
                                        row.getString("currency"),
                                        row.getLong("first_no"),
                                        row.getLong("last_no")))
                        .list());
        return faults;
    }

    /** Where an account's entries are not covered one after another. */
    public List<Fault.RangeMissing> missingRanges(int most) {
        return jdbc.sql(MISSING_RANGES)
                .param("most", most)
                .query((row, _) ->
                        new Fault.RangeMissing(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }

    public boolean stands(long number, String digest) {
        return jdbc.sql(KEPT)
                        .param("number", number)
                        .param("digest", digest)
                        .query(Long.class)
                        .single()
                == 1;
    }
}
