package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses, whoever asks it. */
@PlatformIT
class EntryGuardsIT {

    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @Test
    @Capability("L1")
    void theDatabaseRefusesToChangeOrRemoveAnEntry() {
        points.post(somebody.credit(300, LocalDate.now(clock).plusDays(60)));
        for (String sql :
                List.of(
                        "update wallet.entry set amount = 1 where member_id = :member",
                        "delete from wallet.entry where member_id = :member",
                        "update wallet.entry set lot_amounts = null where member_id = :member",
                        "delete from wallet.given_back where member_id = :member")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("member", somebody.memberId()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    @Capability("L2")
    void theDatabaseRefusesPostingsThatDoNotBalance() {
        assertThatThrownBy(() -> entry(5, -4, "{1}", "{-5}"))
                .hasMessageContaining("posting_balanced");
    }

    @Test
    @Capability("L2")
    void theDatabaseRefusesALotWithoutItsAmountAndALotNamedTwice() {
        assertThatThrownBy(() -> entry(5, -5, "{1,2}", "{-5}"))
                .hasMessageContaining("allocation_complete");
        assertThatThrownBy(() -> entry(5, -5, "{1,1}", "{-2,-3}"))
                .hasMessageContaining("allocation_once");
    }

    private void entry(long available, long issuance, String lots, String amounts) {
        jdbc.sql(
                        """
                        insert into wallet.entry
                          (member_id, currency, entry_no, kind, reference, asked, amount, source,
                           spendable_after, posted_at, available_change, issuance_change, lot_nos,
                           lot_amounts)
                        values (:member, 'points', 1, 'CREDIT', gen_random_uuid(), 5, 5, 'travel',
                                5, now(), :available, :issuance, :lots::bigint[],
                                :amounts::bigint[])
                        """)
                .param("member", somebody.memberId())
                .param("available", available)
                .param("issuance", issuance)
                .param("lots", lots)
                .param("amounts", amounts)
                .update();
    }
}
