package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.partners.model.Partner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners; the secret they sign with is sealed and leaves only to sign. */
@Component
public class PartnerStore {

    private static final String PURPOSE = "partner secret";

    private static final String READ =
            """
            select id, code, kind, name_zh, name_en, link, endpoint, client_id, active
            from partners.partner
            """;

    private static final String INSERT =
            """
            insert into partners.partner
              (code, kind, name_zh, name_en, link, endpoint, secret, client_id)
            values (:code, :kind, :zh, :en, :link, :endpoint, :secret, :client)
            on conflict on constraint partner_code_once do nothing
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PartnerStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False when the code is taken. */
    public boolean add(Partner partner, @Nullable String secret) {
        return jdbc.sql(INSERT)
                        .param("code", partner.code())
                        .param("kind", partner.kind().name())
                        .param("zh", partner.name().zh())
                        .param("en", partner.name().en())
                        .param("link", partner.link().name())
                        .param("endpoint", partner.endpoint())
                        .param("secret", secret == null ? null : seal(secret))
                        .param("client", partner.clientId())
                        .update()
                == 1;
    }

    public List<Partner> all() {
        return read("order by code", 0L);
    }

    public Optional<Partner> byCode(String code) {
        return read("where code = :key", code).stream().findFirst();
    }

    public Optional<Partner> byId(long id) {
        return read("where id = :key", id).stream().findFirst();
    }

    /** What a partner may still give is counted under its lock. */
    public void lock(long id) {
        jdbc.sql("select id from partners.partner where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    public String secret(long id) {
        byte[] sealed =
                jdbc.sql("select secret from partners.partner where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getBytes(1))
                        .single();
        return new String(vault.openOwn(PURPOSE, sealed), StandardCharsets.UTF_8);
    }

    private byte[] seal(String secret) {
        return vault.sealOwn(PURPOSE, secret.getBytes(StandardCharsets.UTF_8));
    }

    private List<Partner> read(String which, Object key) {
        return jdbc.sql(READ + which)
                .param("key", key)
                .query((row, _) ->
                        new Partner(
                                row.getLong("id"),
                                row.getString("code"),
                                Partner.Kind.valueOf(row.getString("kind")),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                Partner.Link.valueOf(row.getString("link")),
                                row.getString("endpoint"),
                                row.getObject("client_id", Long.class),
                                row.getBoolean("active")))
                .list();
    }
}
