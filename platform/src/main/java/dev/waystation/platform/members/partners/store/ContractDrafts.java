package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Contract;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The version of a contract that is being written: one per partner, changed until published. */
@Component
public class ContractDrafts {

    private static final String KEEP =
            """
            insert into partners.contract_draft (partner_id, body) values (:partner, :body::jsonb)
            on conflict on constraint contract_draft_pk do update set body = excluded.body
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ContractDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void keep(Contract draft) {
        jdbc.sql(KEEP)
                .param("partner", draft.partnerId())
                .param("body", json.writeValueAsString(draft))
                .update();
    }

    public Optional<Contract> of(long partner) {
        return jdbc.sql("select body from partners.contract_draft where partner_id = :partner")
                .param("partner", partner)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, Contract.class));
    }

    /** False when there was none. */
    public boolean drop(long partner) {
        return jdbc.sql("delete from partners.contract_draft where partner_id = :partner")
                        .param("partner", partner)
                        .update()
                == 1;
    }
}
