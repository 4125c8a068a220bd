package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.vault.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Leaves what happened to a person as what happened to nobody: figures go on being the sum of their
 * rows, and of a row only its numbers stay, with what figures ask beside them.
 */
@Service
class ForgetTimeline implements Forgets {

    private static final String TO_NOBODY =
            """
            update analytics.timeline t
            set member_id = 0, explanation_id = null,
                details = coalesce(
                    (select jsonb_object_agg(key, value) from jsonb_each(t.details)
                     where (jsonb_typeof(value) = 'number'
                            and value <> to_jsonb(cast(:member as bigint)))
                        or key in ('currency', 'departs')), '{}')
            where member_id = :member
              and not exists (select 1 from analytics.timeline o
                              where o.member_id = 0 and o.position = t.position)
            """;

    private final JdbcClient jdbc;

    ForgetTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "analytics.timeline";
    }

    @Override
    public int forget(long memberId) {
        return jdbc.sql(TO_NOBODY).param("member", memberId).update();
    }
}
