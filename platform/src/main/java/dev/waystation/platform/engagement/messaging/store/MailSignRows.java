package dev.waystation.platform.engagement.messaging.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signs of life of mails: pictures that were loaded, links that were followed. */
@Repository
public class MailSignRows {

    private static final String NOTE =
            """
            insert into messaging.mail_sign (member_id, message_id, kind, first_at, times)
            values (:member, :message, :kind, :at, 1)
            on conflict (member_id, message_id, kind) do update set times = mail_sign.times + 1
            """;

    private static final String MAIL =
            """
            select member_id, message_id, coalesce(vendor_reference, '') as vendor_reference, due_at
            from messaging.message where channel = 'email'
            """;

    private static final String BY_REFERENCE =
            MAIL + "and reference = :reference order by message_id limit 1";

    private static final String BY_ID = MAIL + "and member_id = :member and message_id = :message";

    /** One reader counts once per mail, however he came to light. */
    private static final String RESULTS =
            """
            select m.template_code as code, m.template_version as version,
              count(*) filter (where m.status in ('accepted', 'delivered', 'read', 'unknown')
                or (m.status = 'failed' and m.vendor_reference is not null)) as sent,
              count(*) filter (where s.opened) as opened,
              count(*) filter (where s.opened and not s.seen) as through_proxy,
              count(*) filter (where s.ahead and not s.opened) as only_machine,
              count(*) filter (where s.clicked) as clicked,
              count(*) filter (where r.bounced) as bounced,
              count(*) filter (where r.complained) as complained
            from messaging.message m
            left join lateral (
              select bool_or(kind in ('reader', 'proxy', 'click')) as opened,
                bool_or(kind in ('reader', 'click')) as seen, bool_or(kind = 'machine') as ahead,
                bool_or(kind = 'click') as clicked
              from messaging.mail_sign g
              where g.member_id = m.member_id and g.message_id = m.message_id) s on true
            left join lateral (
              select bool_or(kind in ('bounced', 'refused')) as bounced,
                bool_or(kind = 'complained') as complained
              from messaging.returned_mail b where b.vendor_reference = m.vendor_reference) r on true
            where m.channel = 'email' and m.offered_at >= :since
            group by 1, 2 order by 3 desc, 1, 2 desc limit 200
            """;

    private final JdbcClient jdbc;

    MailSignRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that left, or may have. */
    public record Mail(
            long memberId, long messageId, String vendorReference, @Nullable Instant leftAt) {}

    /**
     * What became of one version of a text.
     *
     * @param opened readers of whom a picture, a proxy's picture or a click tells
     * @param throughProxy of those, of whom only a proxy tells
     * @param onlyMachine whose pictures were loaded by machines only: nobody knows
     */
    public record Result(
            String code,
            int version,
            long sent,
            long opened,
            long throughProxy,
            long onlyMachine,
            long clicked,
            long bounced,
            long complained) {}

    public Optional<Mail> mail(UUID reference) {
        return read(jdbc.sql(BY_REFERENCE).param("reference", reference));
    }

    public Optional<Mail> mail(long member, long message) {
        return read(jdbc.sql(BY_ID).param("member", member).param("message", message));
    }

    public void note(Mail mail, String kind, Instant at) {
        jdbc.sql(NOTE)
                .param("member", mail.memberId())
                .param("message", mail.messageId())
                .param("kind", kind)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Result> results(Instant since) {
        return jdbc.sql(RESULTS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Result(
                                row.getString("code"),
                                row.getInt("version"),
                                row.getLong("sent"),
                                row.getLong("opened"),
                                row.getLong("through_proxy"),
                                row.getLong("only_machine"),
                                row.getLong("clicked"),
                                row.getLong("bounced"),
                                row.getLong("complained")))
                .list();
    }

    private static Optional<Mail> read(JdbcClient.StatementSpec query) {
        return query.query(
                        (row, _) -> {
                            var left = row.getTimestamp("due_at");
                            return new Mail(
                                    row.getLong("member_id"),
                                    row.getLong("message_id"),
                                    row.getString("vendor_reference"),
                                    left == null ? null : left.toInstant());
                        })
                .optional();
    }
}
