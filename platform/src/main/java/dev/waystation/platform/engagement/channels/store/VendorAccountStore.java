package dev.waystation.platform.engagement.channels.store;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.foundation.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Accounts; their secrets sealed. */
@Repository
public class VendorAccountStore {

    private static final String SECRET = "vendor secret";
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private static final String ALL =
            """
            select code, vendor, channel, purposes, endpoint, key_id, secret_sealed, settings, limits,
                   place, active
            from channels.account
            """;

    private static final String PUT =
            """
            insert into channels.account (code, vendor, channel, purposes, endpoint, key_id,
                secret_sealed, settings, limits, place, active)
            values (:code, :vendor, :channel, :purposes, :endpoint, :keyId, :secret,
                cast(:settings as jsonb), cast(:limits as jsonb), :place, :active)
            on conflict (code) do update
            set vendor = excluded.vendor, channel = excluded.channel, purposes = excluded.purposes,
                endpoint = excluded.endpoint, key_id = excluded.key_id,
                secret_sealed = excluded.secret_sealed, settings = excluded.settings,
                limits = excluded.limits, place = excluded.place, active = excluded.active
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    VendorAccountStore(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    public List<VendorAccount> all() {
        return jdbc.sql(ALL + "order by channel, place, code").query(this::read).list();
    }

    public Optional<VendorAccount> find(String code) {
        return jdbc.sql(ALL + "where code = :code")
                .param("code", code)
                .query(this::read)
                .optional();
    }

    public void put(VendorAccount account) {
        jdbc.sql(PUT)
                .param("code", account.code())
                .param("vendor", account.vendor())
                .param("channel", account.channel())
                .param("purposes", account.purposes().toArray(String[]::new))
                .param("endpoint", account.endpoint().toString())
                .param("keyId", account.keyId())
                .param(
                        "secret",
                        vault.sealOwn(SECRET, account.secret().getBytes(StandardCharsets.UTF_8)))
                .param("settings", json.writeValueAsString(account.settings()))
                .param("limits", json.writeValueAsString(account.limits()))
                .param("place", account.position())
                .param("active", account.active())
                .update();
    }

    /** What a vendor shows when it calls us: only we can make it, and only for this account. */
    public String callbackKey(String code) {
        return HexFormat.of().formatHex(vault.blindIndex("vendor callbacks", code), 0, 16);
    }

    private VendorAccount read(ResultSet row, int number) throws SQLException {
        return new VendorAccount(
                row.getString("code"),
                row.getString("vendor"),
                row.getString("channel"),
                Arrays.asList((String[]) row.getArray("purposes").getArray()),
                URI.create(row.getString("endpoint")),
                row.getString("key_id"),
                new String(
                        vault.openOwn(SECRET, row.getBytes("secret_sealed")),
                        StandardCharsets.UTF_8),
                json.readValue(row.getString("settings"), SETTINGS),
                json.readValue(row.getString("limits"), LaneLimits.class),
                row.getInt("place"),
                row.getBoolean("active"));
    }
}
