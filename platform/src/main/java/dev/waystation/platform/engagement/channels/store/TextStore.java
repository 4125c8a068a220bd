package dev.waystation.platform.engagement.channels.store;

import dev.waystation.platform.engagement.channels.model.VendorText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of our texts a vendor has approved, under which number and name. */
@Repository
public class TextStore {

    private static final String OF_ACCOUNT =
            """
            select account, template, vendor_template, signature, parameters
            from channels.vendor_text where account = :account
            """;

    private static final String PUT =
            """
            insert into channels.vendor_text (account, template, vendor_template, signature, parameters)
            values (:account, :template, :number, :signature, :parameters)
            on conflict (account, template) do update
            set vendor_template = excluded.vendor_template, signature = excluded.signature,
                parameters = excluded.parameters
            """;

    private final JdbcClient jdbc;

    TextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<VendorText> find(String account, String template) {
        return jdbc.sql(OF_ACCOUNT + "and template = :template")
                .param("account", account)
                .param("template", template)
                .query(TextStore::read)
                .optional();
    }

    public List<VendorText> of(String account) {
        return jdbc.sql(OF_ACCOUNT + "order by template")
                .param("account", account)
                .query(TextStore::read)
                .list();
    }

    public void put(VendorText text) {
        jdbc.sql(PUT)
                .param("account", text.account())
                .param("template", text.template())
                .param("number", text.vendorTemplate())
                .param("signature", text.signature())
                .param("parameters", text.parameters().toArray(String[]::new))
                .update();
    }

    private static VendorText read(ResultSet row, int number) throws SQLException {
        return new VendorText(
                row.getString("account"),
                row.getString("template"),
                row.getString("vendor_template"),
                row.getString("signature"),
                Arrays.asList((String[]) row.getArray("parameters").getArray()));
    }
}
