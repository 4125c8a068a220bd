package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Pack;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prepaid packs, and which conversion drew from which. */
@Component
public class PrepaidPacks {

    private static final String ADD =
            """
            insert into partners.pack (partner_id, pack_no, starts_on, points, price_minor)
            select :partner, coalesce(max(pack_no), 0) + 1, :starts, :points, :price
            from partners.pack where partner_id = :partner
            """;

    private static final String DRAW =
            """
            with d as (
              update partners.pack set drawn = drawn + :points
              where partner_id = :partner and pack_no = :no)
            insert into partners.pack_draw (conversion_id, partner_id, pack_no, points)
            values (:conversion, :partner, :no, :points)
            """;

    private static final String GIVE_BACK =
            """
            with gone as (
              delete from partners.pack_draw where conversion_id = :conversion
              returning partner_id, pack_no, points)
            update partners.pack p set drawn = p.drawn - g.points
            from gone g
            where p.partner_id = g.partner_id and p.pack_no = g.pack_no
            """;

    private final JdbcClient jdbc;

    PrepaidPacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(long partner, LocalDate startsOn, long points, long priceMinor) {
        jdbc.sql(ADD)
                .param("partner", partner)
                .param("starts", startsOn)
                .param("points", points)
                .param("price", priceMinor)
                .update();
    }

    /** In the order in which they are drawn. */
    public List<Pack> of(long partner) {
        return jdbc.sql(
                        """
                        select pack_no, starts_on, points, drawn, price_minor from partners.pack
                        where partner_id = :partner order by starts_on, pack_no
                        """)
                .param("partner", partner)
                .query((row, _) ->
                        new Pack(
                                row.getInt("pack_no"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getLong("points"),
                                row.getLong("drawn"),
                                row.getLong("price_minor")))
                .list();
    }

    /** The caller holds the partner's lock; {@code pack_never_overdrawn} stands behind it. */
    public void draw(long partner, int pack, UUID conversion, long points) {
        jdbc.sql(DRAW)
                .param("partner", partner)
                .param("no", pack)
                .param("conversion", conversion)
                .param("points", points)
                .update();
    }

    /** A refused conversion draws nothing. */
    public void giveBack(UUID conversion) {
        jdbc.sql(GIVE_BACK).param("conversion", conversion).update();
    }
}
