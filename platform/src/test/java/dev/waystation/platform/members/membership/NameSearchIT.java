package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff finds members by name; the table holds digests and is never read whole. */
@PlatformIT
class NameSearchIT {

    @Autowired Members members;
    @Autowired MemberSearch search;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired TransactionTemplate transaction;

    @Test
    void byCharactersSoundInitialsAndHomophonesEachSayingWhatMatched() throws Exception {
        long id = named("黎𬱟瑞");
        for (String typed : List.of("黎𬱟瑞", "liweirui", "li wei rui", "lwr", "离为瑞", "黎wei瑞")) {
            assertThat(search.named(typed))
                    .as(typed)
                    .extracting(each -> each.card().memberId())
                    .contains(id);
        }
        mvc.perform(get("/v1/members").param("q", "liweirui").with(SignIn.staff("members.read")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(PublicId.encode("mbr", id)))
                .andExpect(jsonPath("$.items[0].matched.zh").value("读音相同：liweirui"));
        assertThat(search.find("liweirui"))
                .as("the door other members' wishes come through knows no names")
                .isEmpty();
    }

    @Test
    void theNameItselfComesBeforeItsSound() {
        long sound = named("皮鸿晖");
        long same = named("皮宏辉");
        assertThat(search.named("皮宏辉"))
                .extracting(each -> each.card().memberId())
                .containsExactly(same, sound);
    }

    @Test
    void aSearchIsALookUpInTheIndexHoweverManyMembersThereAre() {
        List<String> plan =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            // enough rows that reading the table would be the planner's choice if
                            // it had one
                            jdbc.sql(
                                            """
                                            insert into membership.name_key
                                            select sha256(n::text::bytea), n, 1
                                            from generate_series(1000000, 1050000) n
                                            """)
                                    .update();
                            jdbc.sql("analyze membership.name_key").update();
                            List<String> found =
                                    jdbc.sql(
                                                    """
                                                    explain select k.member_id
                                                    from unnest(array[sha256('a'), sha256('b')]) as asked (key)
                                                    cross join lateral (
                                                      select n.member_id from membership.name_key n
                                                      where n.key = asked.key
                                                      order by n.member_id desc limit 50) k
                                                    """)
                                            .query((row, _) -> row.getString(1))
                                            .list();
                            status.setRollbackOnly();
                            return found;
                        }));
        assertThat(String.join("\n", plan))
                .contains("name_key_pk")
                .doesNotContain("Seq Scan on name_key");
    }

    @Test
    void theTableHoldsNoNameAndForgetsWithTheMember() {
        long id = named("皮宏辉");
        List<Integer> lengths =
                jdbc.sql("select length(key) from membership.name_key where member_id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getInt(1))
                        .list();
        assertThat(lengths).hasSizeGreaterThanOrEqualTo(3).containsOnly(32);
    }

    private long named(String name) {
        Registration one = People.born(LocalDate.of(1990, 4, 1));
        return members.register(
                        new Registration(
                                one.phone(),
                                name,
                                one.documentType(),
                                one.documentNumber(),
                                one.birthDate(),
                                one.gender(),
                                one.cityCode(),
                                one.channel()))
                .value();
    }
}
