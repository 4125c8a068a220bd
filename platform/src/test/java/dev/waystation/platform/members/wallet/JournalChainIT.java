package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.JournalChain.Fault;
import dev.waystation.platform.members.wallet.usecase.ChainJournal;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain finds whatever a person with every right in the database does to the journal. */
@PlatformIT
class JournalChainIT {

    private static final String HERS = " where member_id = :member and currency = 'points'";

    @Autowired Points points;
    @Autowired ChainJournal chain;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @BeforeEach
    void threeEntriesUnderTwoLinks() {
        LocalDate lastDay = LocalDate.now(clock).plusDays(90);
        points.post(somebody.credit(300, lastDay));
        points.post(somebody.credit(50, lastDay));
        chain.handle();
        points.post(somebody.spend(120));
        chain.handle();
    }

    @Test
    @Capability("L11")
    void everyAlterationOfARowIsFoundAndNamedEvenWithoutAnyConstraintInTheWay() {
        assumeTrue(mayOverrule(), "the database user is no superuser");
        assertThat(faults()).isEmpty();
        Map<String, Long> alterations =
                Map.of(
                        "update wallet.entry set amount = amount + 1" + HERS + " and entry_no = 2",
                        1L,
                        "update wallet.entry set source = 'gift'" + HERS + " and entry_no = 1",
                        1L,
                        "update wallet.entry set explanation_id = 'exp_other'"
                                + HERS
                                + " and entry_no = 2",
                        1L,
                        "update wallet.entry set posted_at = posted_at - interval '1 microsecond'"
                                + HERS
                                + " and entry_no = 3",
                        3L,
                        // Balanced, so that no sum shows it.
                        "update wallet.entry set available_change = available_change * 2,"
                                + " issuance_change = issuance_change * 2"
                                + HERS
                                + " and entry_no = 2",
                        1L,
                        "update wallet.entry set available_change = null, redemption_change = null"
                                + HERS
                                + " and entry_no = 3",
                        3L,
                        "update wallet.entry set debt_change = 0" + HERS + " and entry_no = 3",
                        3L,
                        "update wallet.entry set lot_amounts[1] = lot_amounts[1] + 1"
                                + HERS
                                + " and entry_no = 3",
                        3L,
                        "delete from wallet.entry" + HERS + " and entry_no = 3",
                        3L);
        alterations.forEach((sql, firstNo) ->
                assertThat(faultsAfter(sql))
                        .as(sql)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Fault.EntriesAltered.class,
                                fault -> assertThat(fault.firstNo()).isEqualTo(firstNo)));
        assertThat(faults()).isEmpty();
    }

    @Test
    @Capability("L11")
    void whoMendsTheChainToFitAnAlteredRowIsFoundByTheChainItself() {
        assumeTrue(mayOverrule(), "the database user is no superuser");
        long link = linkOf(3);
        String part = "update wallet.chain_part set digest = decode('00', 'hex')" + HERS;
        assertThat(allFaultsAfter(part)).contains(new Fault.LinkAltered(link));
        assertThat(allFaultsAfter("delete from wallet.chain_part" + HERS + " and first_no = 3"))
                .contains(
                        new Fault.LinkAltered(link),
                        new Fault.RangeMissing(somebody.memberId(), "points", 3));
        assertThat(allFaultsAfter("delete from wallet.chain_link where number = " + (link - 1)))
                .contains(new Fault.LinkAltered(link));
        assertThat(
                        allFaultsAfter(
                                "update wallet.chain_link set entries = entries + 1, previous ="
                                        + " digest where number = "
                                        + link))
                .contains(new Fault.LinkAltered(link));
    }

    @Test
    @Capability("L11")
    void whoCutsOffTheEndAndChainsAnewIsFoundByAnEarlierHeadSomebodyKept() {
        assumeTrue(mayOverrule(), "the database user is no superuser");
        JournalChain.Head head = chain.head().orElseThrow();
        JournalChain.Kept kept = new JournalChain.Kept(head.number(), head.digest());
        List<Fault> found = new ArrayList<>();
        List<Fault> without = new ArrayList<>();
        overruled(() -> {
            String last = " where link = " + head.number();
            jdbc.sql("update wallet.chained set entries = 2" + HERS)
                    .param("member", somebody.memberId())
                    .update();
            jdbc.sql("delete from wallet.chain_part" + last).update();
            jdbc.sql("delete from wallet.chain_link where number = " + head.number()).update();
            jdbc.sql("update wallet.entry set amount = 1" + HERS + " and entry_no = 3")
                    .param("member", somebody.memberId())
                    .update();
            chain.handle();
            without.addAll(hers(chain.verify(null, _ -> {}).faults()));
            found.addAll(chain.verify(kept, _ -> {}).faults());
        });
        // The control: alone the house cannot know.
        assertThat(without).isEmpty();
        assertThat(found).contains(new Fault.DiffersFromKept(head.number()));
        assertThat(chain.verify(kept, _ -> {}).faults())
                .doesNotContain(new Fault.DiffersFromKept(head.number()));
    }

    @Test
    @Capability("L11")
    void aDigestIsWhatAnybodyComputesFromTheRowsAndNewEntriesWaitForTheNextLink() throws Exception {
        String row =
                jdbc.sql(
                                """
                                select e.reference, e.explanation_id, e.last_day,
                                       (extract(epoch from e.posted_at) * 1000000)::bigint as at
                                from wallet.entry e
                                """
                                        + HERS
                                        + " and entry_no = 3")
                        .param("member", somebody.memberId())
                        .query((found, _) ->
                                ("[3, \"SPEND\", \"%s\", 120, 120, null, \"upgrade\", null, %s, 230, %s,"
                                                + " -120, null, null, null, null, 120, null, null,"
                                                + " null, [1], [120]]")
                                        .formatted(
                                                found.getString("reference"),
                                                quoted(found.getString("explanation_id")),
                                                found.getString("at")))
                        .single();
        byte[] wanted =
                MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
        String stored =
                jdbc.sql(
                                "select encode(digest, 'hex') from wallet.chain_part"
                                        + HERS
                                        + " and first_no = 3")
                        .param("member", somebody.memberId())
                        .query(String.class)
                        .single();
        assertThat(stored).as(row).isEqualTo(HexFormat.of().formatHex(wanted));
        assertThat(chain.waiting()).isZero();
        points.post(somebody.spend(10));
        assertThat(chain.waiting()).isEqualTo(1);
        assertThat(chain.handle()).isEqualTo(1);
        assertThat(chain.handle()).isZero();
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private long linkOf(long firstNo) {
        return jdbc.sql("select link from wallet.chain_part" + HERS + " and first_no = :first")
                .param("member", somebody.memberId())
                .param("first", firstNo)
                .query(Long.class)
                .single();
    }

    private List<Fault> faults() {
        return hers(chain.verify(null, _ -> {}).faults());
    }

    private List<Fault> faultsAfter(String sql) {
        return hers(allFaultsAfter(sql));
    }

    private List<Fault> allFaultsAfter(String sql) {
        List<Fault> found = new ArrayList<>();
        overruled(() -> {
            JdbcClient.StatementSpec statement = jdbc.sql(sql);
            if (sql.contains(":member")) {
                statement = statement.param("member", somebody.memberId());
            }
            assertThat(statement.update()).as(sql).isPositive();
            found.addAll(chain.verify(null, _ -> {}).faults());
        });
        return found;
    }

    /** As a superuser who switched every guard off; everything is put back afterwards. */
    private void overruled(Runnable crime) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            crime.run();
            status.setRollbackOnly();
        });
    }

    private boolean mayOverrule() {
        return jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
    }

    // Other tests share the books and may leave marks of their own.
    private List<Fault> hers(List<Fault> all) {
        return all.stream()
                .filter(each ->
                        switch (each) {
                            case Fault.EntriesAltered altered ->
                                    altered.memberId() == somebody.memberId();
                            case Fault.RangeMissing missing ->
                                    missing.memberId() == somebody.memberId();
                            case Fault.LinkAltered altered -> altered.link() >= linkOf(1);
                            case Fault.DiffersFromKept _ -> true;
                        })
                .toList();
    }
}
