package dev.waystation.platform.members.benefits.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Codes by their digest, written in bulk. */
@Repository
public class CouponCodeStore {

    private static final String STAGE =
            """
            create temporary table if not exists fresh_code (hash bytea, tail text)
            on commit delete rows
            """;

    private static final String COPY = "copy fresh_code (hash, tail) from stdin";

    // A digest that exists already is left out; the job then makes another code in its stead.
    private static final String KEEP =
            """
            insert into benefits.code (hash, campaign_id, batch_id, tail, max_uses, value_left)
            select distinct on (hash) hash, :campaign, :batch, tail, :maxUses, :value
            from fresh_code
            on conflict on constraint code_pk do nothing
            """;

    private static final String GIVE =
            """
            update benefits.code set member_id = :member
            where hash = :hash and campaign_id = :campaign and member_id is null
            """;

    private static final String WITHDRAW =
            """
            update benefits.code set withdrawn = true where hash = :hash and not withdrawn
            """;

    private static final String KEPT =
            """
            select encode(hash, 'hex') from benefits.code
            where batch_id = :batch
              and hash = any (select decode(d, 'hex') from unnest(:digests) as d)
            order by hash
            """;

    /** A code before it is stored: its digest in hexadecimal and its last characters. */
    public record Fresh(String digest, String tail) {}

    private final JdbcClient jdbc;
    private final DataSource database;

    CouponCodeStore(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Writes codes in the caller's transaction; how many were new. */
    public int keep(
            long campaign,
            long batch,
            @Nullable Integer maxUses,
            @Nullable Long value,
            List<Fresh> codes) {
        jdbc.sql(STAGE).update();
        copy(codes);
        return jdbc.sql(KEEP)
                .param("campaign", campaign)
                .param("batch", batch)
                .param("maxUses", maxUses)
                .param("value", value)
                .update();
    }

    /** Makes a code a member's own; false when it is unknown or somebody's already. */
    public boolean give(long campaign, byte[] hash, long memberId) {
        return jdbc.sql(GIVE)
                        .param("campaign", campaign)
                        .param("hash", hash)
                        .param("member", memberId)
                        .update()
                == 1;
    }

    public boolean withdraw(byte[] hash) {
        return jdbc.sql(WITHDRAW).param("hash", hash).update() == 1;
    }

    /** Which of these digests are codes of the batch. */
    public List<String> kept(long batch, Collection<String> digests) {
        return jdbc.sql(KEPT)
                .param("batch", batch)
                .param("digests", digests.toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .list();
    }

    private void copy(List<Fresh> codes) {
        StringBuilder rows = new StringBuilder(codes.size() * 48);
        for (Fresh code : codes) {
            rows.append("\\\\x")
                    .append(code.digest())
                    .append('\t')
                    .append(code.tail())
                    .append('\n');
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new StringReader(rows.toString()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(codes.size() + " codes were not copied", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
