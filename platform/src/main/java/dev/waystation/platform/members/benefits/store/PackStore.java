package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.PackItem;
import dev.waystation.platform.members.benefits.model.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packs and who had them. */
@Repository
public class PackStore {

    private static final String ITEMS =
            """
            select line, benefit, quota, period, valid_days, campaign_id
            from benefits.pack_item where pack = :pack order by line
            """;

    private static final String GIVEN =
            """
            insert into benefits.pack_given (member_id, pack, cycle, given_at)
            values (:member, :pack, :cycle, :now)
            on conflict on constraint pack_given_pk do nothing
            """;

    private static final String LAST_DAY = "select max(day) from benefits.pack_day";

    private static final String DAY_DONE =
            """
            insert into benefits.pack_day (day, done_at) values (:day, :now)
            on conflict on constraint pack_day_pk do nothing
            """;

    private final JdbcClient jdbc;

    PackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PackItem> items(String pack) {
        return jdbc.sql(ITEMS)
                .param("pack", pack)
                .query((row, index) ->
                        new PackItem(
                                row.getInt("line"),
                                row.getString("benefit"),
                                row.getInt("quota"),
                                Period.of(row.getString("period")),
                                row.getInt("valid_days"),
                                row.getObject("campaign_id", Long.class)))
                .list();
    }

    /** Remembers a gift; false when it was given in this cycle. */
    public boolean given(long memberId, String pack, String cycle, Instant now) {
        return jdbc.sql(GIVEN)
                        .param("member", memberId)
                        .param("pack", pack)
                        .param("cycle", cycle)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public Optional<LocalDate> lastDay() {
        return jdbc.sql(LAST_DAY)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    public void dayDone(LocalDate day, Instant now) {
        jdbc.sql(DAY_DONE).param("day", day).param("now", utc(now)).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
