package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.members.membership.usecase.MergeMembers;
import dev.waystation.platform.operators.access.MemberSignIn;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class PeopleLinksIT {

    private static final LocalDate BORN = LocalDate.of(1990, 2, 1);

    @Autowired Members members;
    @Autowired Nominees nominees;
    @Autowired AddTraveller add;
    @Autowired MergeMembers merge;
    @Autowired MemberSignIn signIn;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    @Capability("L83")
    void eightPeopleAtMostEachAfterSixtyDaysAndNotEveryDaySomebodyElse() throws Exception {
        long member = members.register(People.born(BORN)).value();
        LocalDate today = LocalDate.now(clock);
        List<Long> family = IntStream.range(0, 9).mapToObj(_ -> traveller(member)).toList();
        for (int i = 0; i < 8; i++) {
            nominate(member, family.get(i)).andExpect(status().isOk());
        }
        nominate(member, family.get(8))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOMINEE_LIST_IS_FULL"));
        nominate(member, family.get(0)).andExpect(jsonPath("$.code").value("NOMINEE_IS_LISTED"));
        assertThat(nominees.mayRedeemFor(member, family.get(0), today.plusDays(59))).isFalse();
        assertThat(nominees.mayRedeemFor(member, family.get(0), today.plusDays(60))).isTrue();
        assertThat(nominees.mayRedeemFor(member, self(member), today)).isTrue();
        for (int i = 0; i < 4; i++) {
            remove(member, family.get(i)).andExpect(status().isOk());
        }
        remove(member, family.get(4))
                .andExpect(jsonPath("$.code").value("NOMINEES_CHANGED_TOO_OFTEN"));
        nominate(member, family.get(0)).andExpect(status().isOk());
        assertThat(nominees.mayRedeemFor(member, family.get(0), today.plusDays(59)))
                .as("who comes back waits again")
                .isFalse();
    }

    @Test
    @Capability("L83")
    void somebodyWhoseIdentityWasNeverCheckedIsNoNominee() throws Exception {
        long member = members.register(People.born(BORN)).value();
        long stranger = traveller(members.register(People.born(BORN)).value());
        nominate(member, stranger).andExpect(jsonPath("$.code").value("NOMINEE_IS_NO_TRAVELLER"));
    }

    @Test
    void twoMembersWhoAreOnePersonAreLinkedAndUnlinkedWithoutLosingARow() {
        Registration first = People.born(BORN);
        Registration second = People.born(BORN);
        long stays = members.register(first).value();
        long merged = members.register(second).value();
        String before = rows(merged);
        assertThat(merge.merge(merged, stays, "same person", "test"))
                .isEqualTo(new MergeMembers.Outcome.Linked(stays, List.of(merged)));
        assertThat(signIn.memberByPhone(second.phone()).getAsLong()).isEqualTo(stays);
        assertThat(merge.merge(stays, merged, "other way", "test"))
                .isEqualTo(
                        new MergeMembers.Outcome.Refused(
                                MergeMembers.MergeRefusal.MEMBER_IS_MERGED_ALREADY));
        assertThat(rows(merged)).as("linked, not rewritten").isEqualTo(before);
        merge.undo(merged, "not the same", "test");
        assertThat(signIn.memberByPhone(second.phone()).getAsLong()).isEqualTo(merged);
        assertThat(rows(merged)).isEqualTo(before);
        assertThat(merge.merge(merged, stays, "same after all", "test"))
                .isInstanceOf(MergeMembers.Outcome.Linked.class);
    }

    private String rows(long member) {
        return jdbc.sql(
                        """
                        select md5(string_agg(r.row::text, '|' order by r.row::text))
                        from (select m::text as row from membership.member m where id = :member
                              union all
                              select t::text from membership.traveller t where member_id = :member
                              union all
                              select c::text from membership.consent_change c where member_id = :member)
                          as r
                        """)
                .param("member", member)
                .query(String.class)
                .single();
    }

    private long traveller(long member) {
        return traveller(add, member);
    }

    static long traveller(AddTraveller add, long member) {
        return ((AddTraveller.Outcome.Added)
                        add.handle(
                                new AddTraveller.Command(
                                        member,
                                        new IdentityClaim(
                                                "测试乙",
                                                Document.IDENTITY_CARD,
                                                People.freshCard(BORN),
                                                BORN))))
                .travellerId();
    }

    private long self(long member) {
        return members.travellers(member).getFirst().travellerId();
    }

    private ResultActions nominate(long member, long traveller) throws Exception {
        return mvc.perform(
                post("/v1/me/nominees")
                        .with(SignIn.member(member))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"travellerId\": \"%s\"}"
                                        .formatted(PublicId.encode("trv", traveller))));
    }

    private ResultActions remove(long member, long traveller) throws Exception {
        return mvc.perform(
                delete("/v1/me/nominees/" + PublicId.encode("trv", traveller))
                        .with(SignIn.member(member)));
    }
}
