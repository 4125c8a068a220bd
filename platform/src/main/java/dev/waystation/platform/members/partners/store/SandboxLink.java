package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.PartnerLink;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A partner of our own making. How an account ends says how it behaves: 0000 is refused, 9999 is
 * done but the answer gets lost, 8888 never arrives.
 */
@Component
class SandboxLink implements PartnerLink {

    private static final String TAKE =
            """
            insert into partners.sandbox_transfer (reference, partner, direction, units, answer)
            values (:reference, :partner, :direction, :units, :answer)
            on conflict on constraint sandbox_transfer_pk do nothing
            """;

    private final JdbcClient jdbc;

    SandboxLink(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Partner.Link link() {
        return Partner.Link.SANDBOX;
    }

    @Override
    public Answer send(Partner partner, Request request) {
        if (request.account().endsWith("8888")) {
            return new Answer.Unknown();
        }
        boolean refused = request.account().endsWith("0000");
        jdbc.sql(TAKE)
                .param("reference", request.reference())
                .param("partner", partner.code())
                .param("direction", request.direction().name())
                .param("units", request.units())
                .param("answer", refused ? "ACCOUNT_UNKNOWN" : "DONE")
                .update();
        return request.account().endsWith("9999")
                ? new Answer.Unknown()
                : ask(partner, request.reference());
    }

    @Override
    public Answer ask(Partner partner, UUID reference) {
        return jdbc.sql("select answer from partners.sandbox_transfer where reference = :reference")
                .param("reference", reference)
                .query((row, _) -> row.getString(1))
                .optional()
                .<Answer>map(answer ->
                        answer.equals("DONE")
                                ? new Answer.Done("sandbox-" + reference)
                                : new Answer.Refused(answer))
                .orElseGet(Answer.NeverHeard::new);
    }
}
