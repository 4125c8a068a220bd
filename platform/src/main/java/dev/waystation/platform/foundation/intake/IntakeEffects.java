package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows did, with what an undo needs. */
@Repository
class IntakeEffects {

    private static final String PURPOSE = "intake effect";

    private static final String ADD =
            """
            insert into intake.effect (file_id, line, made, target, before_sealed)
            select :file, e.line, e.made, e.target, e.before
            from unnest(:line, :made, :target, :before) as e (line, made, target, before)
            """;

    // From the end: what a later row built on an earlier one goes first.
    private static final String BEFORE =
            """
            select line, made, target, before_sealed from intake.effect
            where file_id = :file and line < :line and not undone
            order by line desc
            limit :limit
            """;

    private static final String UNDONE =
            """
            update intake.effect set undone = true where file_id = :file and line = any (:lines)
            """;

    private static final String COUNT = "select count(*) from intake.effect where file_id = :file";

    private final JdbcClient jdbc;
    private final Vault vault;

    IntakeEffects(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(long file, List<Intake.Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("file", file)
                .param("line", effects.stream().map(Intake.Effect::line).toArray(Integer[]::new))
                .param("made", effects.stream().map(Intake.Effect::made).toArray(Boolean[]::new))
                .param("target", effects.stream().map(Intake.Effect::target).toArray(String[]::new))
                .param("before", effects.stream().map(this::sealed).toArray(byte[][]::new))
                .update();
    }

    List<Intake.Effect> before(long file, int line, int limit) {
        return jdbc.sql(BEFORE)
                .param("file", file)
                .param("line", line)
                .param("limit", limit)
                .query((row, _) ->
                        new Intake.Effect(
                                row.getInt("line"),
                                row.getBoolean("made"),
                                row.getString("target"),
                                opened(row.getBytes("before_sealed")),
                                IntakeRow.reference(file, row.getInt("line"))))
                .list();
    }

    void undone(long file, List<Integer> lines) {
        jdbc.sql(UNDONE).param("file", file).param("lines", lines.toArray(Integer[]::new)).update();
    }

    long count(long file) {
        return jdbc.sql(COUNT).param("file", file).query(Long.class).single();
    }

    private byte @Nullable [] sealed(Intake.Effect effect) {
        return effect.before().isEmpty()
                ? null
                : vault.sealOwn(PURPOSE, effect.before().getBytes(StandardCharsets.UTF_8));
    }

    private String opened(byte @Nullable [] sealed) {
        return sealed == null
                ? ""
                : new String(vault.openOwn(PURPOSE, sealed), StandardCharsets.UTF_8);
    }
}
