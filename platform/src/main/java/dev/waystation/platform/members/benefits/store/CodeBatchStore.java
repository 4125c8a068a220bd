package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.model.CodePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches of codes and how far they are. */
@Repository
public class CodeBatchStore {

    private static final String CREATE =
            """
            insert into benefits.code_batch
              (campaign_id, pattern, alphabet, wanted, made, chunks, replaced, seed, max_uses,
               value_minor, created_at)
            values (:campaign, :pattern, :alphabet, :wanted, 0, 0, 0, :seed, :maxUses, :value, :at)
            returning id
            """;

    private static final String COLUMNS =
            """
            select id, campaign_id, pattern, alphabet, wanted, made, chunks, replaced, seed,
                   max_uses, value_minor, exported_at is not null as exported
            from benefits.code_batch
            """;

    private static final String FIND = COLUMNS + "where id = :id";

    private static final String OF_CAMPAIGN = COLUMNS + "where campaign_id = :campaign order by id";

    private static final String PROGRESS =
            """
            update benefits.code_batch
            set made = made + :fresh, chunks = chunks + 1, replaced = replaced + :replaced,
                done_at = case when made + :fresh = wanted then :at else done_at end
            where id = :id and chunks = :chunk
            """;

    private static final String DESTROY_SEED =
            """
            update benefits.code_batch set seed = null, exported_at = :at
            where id = :id and seed is not null
            """;

    private final JdbcClient jdbc;

    CodeBatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long create(
            long campaign,
            CodePattern pattern,
            long wanted,
            byte[] sealedSeed,
            @Nullable Integer maxUses,
            @Nullable Long value,
            Instant at) {
        return jdbc.sql(CREATE)
                .param("campaign", campaign)
                .param("pattern", pattern.pattern())
                .param("alphabet", pattern.alphabet())
                .param("wanted", wanted)
                .param("seed", sealedSeed)
                .param("maxUses", maxUses)
                .param("value", value)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<CodeBatch> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(CodeBatchStore::batch).optional();
    }

    public List<CodeBatch> ofCampaign(long campaign) {
        return jdbc.sql(OF_CAMPAIGN)
                .param("campaign", campaign)
                .query(CodeBatchStore::batch)
                .list();
    }

    /** Moves the batch on by a chunk; false when another run has done this chunk already. */
    public boolean progress(long id, long chunk, int fresh, int replaced, Instant at) {
        return jdbc.sql(PROGRESS)
                        .param("id", id)
                        .param("chunk", chunk)
                        .param("fresh", fresh)
                        .param("replaced", replaced)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean destroySeed(long id, Instant at) {
        return jdbc.sql(DESTROY_SEED)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static CodeBatch batch(ResultSet row, int index) throws SQLException {
        return new CodeBatch(
                row.getLong("id"),
                row.getLong("campaign_id"),
                new CodePattern(row.getString("pattern"), row.getString("alphabet")),
                row.getLong("wanted"),
                row.getLong("made"),
                row.getLong("chunks"),
                row.getLong("replaced"),
                row.getBytes("seed"),
                row.getObject("max_uses", Integer.class),
                row.getObject("value_minor", Long.class),
                row.getBoolean("exported"));
    }
}
