package dev.waystation.platform.engagement.identity.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.MergeMembers;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two members found to be one person, and that taken back. */
@PlatformIT
class TakenBackMergesIT {

    @Autowired private MergeMembers merge;
    @Autowired private Members members;
    @Autowired private Points points;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @Test
    @Capability("CDP-08")
    void aMergeIsLoggedAndTakingItBackLeavesTagsAndBalancesAsTheyWere() {
        long first = member(300);
        long second = member(700);
        pump.drain();
        String before = rows(first) + rows(second);
        assertThat(before).contains("300").contains("700");

        assertThat(merge.merge(second, first, "one passport", "staff:1"))
                .isInstanceOf(MergeMembers.Outcome.Linked.class);
        pump.drain();
        assertThat(into(second)).isEqualTo(person(first));

        assertThat(merge.undo(second, "two cousins", "staff:2"))
                .isInstanceOf(MergeMembers.Outcome.Linked.class);
        pump.drain();
        assertThat(into(second)).isNull();
        assertThat(rows(first) + rows(second)).isEqualTo(before);
        assertThat(log(first))
                .containsExactly("joined one passport staff:1", "parted two cousins staff:2");
    }

    private long member(long amount) {
        long member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        "points",
                        amount,
                        LocalDate.ofInstant(
                                clock.instant().plus(Duration.ofDays(300)), ZoneOffset.UTC),
                        Explanation.of(Said.same("gift")),
                        "test"));
        return member;
    }

    /** All that is known of a member's tags, segments and points. */
    private String rows(long member) {
        return jdbc.sql(
                        """
                        select string_agg(r.row::text, '|' order by r.row::text)
                        from (select (to_jsonb(t) - 'version' - 'tags')::text as row from audience.member_trait t
                              where member_id = :member
                              union all
                              select t::text from audience.member_tag t where member_id = :member
                              union all
                              select s::text from audience.segment_member s
                              where member_id = :member
                              union all
                              select a::text from wallet.account a where member_id = :member) as r
                        """)
                .param("member", member)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private Long person(long member) {
        return jdbc.sql("select id from identity.person where member_id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    private @org.jspecify.annotations.Nullable Long into(long member) {
        return jdbc.sql("select into_id from identity.person where member_id = :member")
                .param("member", member)
                .query((row, _) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
    }

    private List<String> log(long member) {
        return jdbc.sql(
                        "select kind || ' ' || evidence || ' ' || actor from identity.change"
                                + " where person_id = :person order by seq")
                .param("person", person(member))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
