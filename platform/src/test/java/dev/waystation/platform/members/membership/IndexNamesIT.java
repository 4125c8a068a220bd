package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.membership.usecase.IndexNames;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members who joined before the index existed are found like all others once its job has run. */
@PlatformIT
class IndexNamesIT {

    @Autowired Members members;
    @Autowired MemberSearch search;
    @Autowired IndexNames index;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;

    @Test
    void aJobBringsInWhoeverJoinedBeforeAndIsQueuedOnce() {
        Registration one = People.born(LocalDate.of(1990, 4, 1));
        long member = members.register(one).value();
        jdbc.sql("delete from membership.name_key where member_id = ?").param(member).update();
        assertThat(found(one))
                .as("the control: nobody is found without keys")
                .doesNotContain(member);
        jdbc.sql("insert into membership.index_debt values (?, ?, null)")
                .params("test " + member, member)
                .update();

        index.begin(jobs);
        index.begin(jobs);
        jobs.awaitAll();

        assertThat(found(one)).contains(member);
        List<String> queued =
                jdbc.sql("select state from foundation.job where parameters ->> 'reason' = ?")
                        .param("test " + member)
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(queued).containsExactly("done");
    }

    @Test
    void aJobThatWasCutOffGoesOnBehindItsMark() {
        long first = members.register(People.born(LocalDate.of(1991, 4, 1))).value();
        Registration next = People.born(LocalDate.of(1992, 4, 1));
        long second = members.register(next).value();
        jdbc.sql("delete from membership.name_key where member_id in (?, ?)")
                .params(first, second)
                .update();
        String reason = "cut off " + second;
        jdbc.sql("insert into membership.index_debt values (?, ?, 'begun before')")
                .params(reason, second)
                .update();
        jdbc.sql(
                        """
                        insert into foundation.job (kind, state, parameters, created_at, done, mark)
                        values ('membership.index-names', 'running', jsonb_build_object('reason', ?::text),
                                now(), 1, jsonb_build_object('member', ?::bigint, 'done', 1))
                        """)
                .params(reason, first)
                .update();

        jobs.start(); // what a restart does with jobs it finds under way
        jobs.awaitAll();

        assertThat(found(next)).contains(second);
        Long forFirst =
                jdbc.sql("select count(*) from membership.name_key where member_id = ?")
                        .param(first)
                        .query(Long.class)
                        .single();
        assertThat(forFirst).as("what lies before the mark is not done again").isZero();
    }

    private List<Long> found(Registration one) {
        String tail = one.phone().substring(one.phone().length() - 4);
        return search.named(tail).stream().map(each -> each.card().memberId()).toList();
    }
}
