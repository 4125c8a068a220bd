package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.audience.usecase.DefineTag;
import dev.waystation.platform.engagement.outreach.usecase.TellWecomTags;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One tag on both sides: changes go over once, come back never, and names may change. */
@PlatformIT
class TagSyncIT extends WecomStage {

    private static final Explanation BY_HAND = Explanation.of(Said.same("by hand"));

    @Autowired Tags tags;
    @Autowired DefineTag define;
    @Autowired TellWecomTags tell;
    @Autowired FactPump pump;

    private final String tag = "wecom_" + UUID.randomUUID().toString().substring(0, 8);
    private long member;

    @BeforeEach
    void aTagThatIsMatchedAndACustomer() throws Exception {
        define.handle(new DefineTag.Command(tag, new Said("靠窗 " + tag, "Window"), "care"));
        member = known("anna", 1).getFirst();
        match("null").andExpect(status().isNoContent());
        tell.handle(clock.instant());
        assertThat(wecom.tags.names).containsValue("靠窗 " + tag);
    }

    private org.springframework.test.web.servlet.ResultActions match(String corpTag)
            throws Exception {
        return mvc.perform(
                put("/v1/wecom-tags/" + tag)
                        .contentType("application/json")
                        .content("{\"corpTag\": " + corpTag + "}")
                        .with(SignIn.staff("segments.write")));
    }

    private String corpTag() {
        return wecom.tags.names.entrySet().stream()
                .filter(each -> each.getValue().contains(tag))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void change(boolean adds) {
        tags.change(List.of(new TagChange(member, tag, adds, "staff:1", BY_HAND)));
        pump.drain();
    }

    private void tell() {
        pump.drain();
        clock.advance(Duration.ofMinutes(1));
        tell.handle(clock.instant());
    }

    private void readAll() {
        clock.advance(Duration.ofHours(1));
        assertThat(reconcile.handle(clock.instant())).isEqualTo(1);
        tell();
    }

    private boolean ours() {
        return tags.ofMember(member).stream().map(MemberTag::code).anyMatch(tag::equals);
    }

    private boolean theirs() {
        return wecom.tags.has(external(member), corpTag());
    }

    private int told() {
        return wecom.called("mark_tag").size();
    }

    @Test
    @Capability("TAG-06")
    void aChangeGoesOverOnceAndOneThatCameFromThereIsNotSentBack() {
        change(true);
        tell();
        assertThat(theirs()).isTrue();
        assertThat(told()).isEqualTo(1);
        readAll();
        readAll();
        assertThat(told()).as("reading it back is no change").isEqualTo(1);

        wecom.tags.mark(external(member), corpTag(), false);
        readAll();
        assertThat(ours()).isFalse();
        wecom.tags.mark(external(member), corpTag(), true);
        readAll();
        assertThat(ours()).isTrue();
        readAll();
        assertThat(told()).as("no echo").isEqualTo(1);

        change(false);
        tell();
        assertThat(told()).as("the control: the same change by hand is told").isEqualTo(2);
        assertThat(theirs()).isFalse();
    }

    @Test
    @Capability("TAG-06")
    void aTagIsFoundByItsNumberWhateverEitherSideCallsIt() throws Exception {
        String number = corpTag();
        change(true);
        tell();
        wecom.tags.names.put(number, "完全另一个名字 " + tag);
        readAll();
        wecom.tags.mark(external(member), number, false);
        readAll();
        assertThat(ours()).as("renamed there").isFalse();

        jdbc.sql("update audience.tag set name_zh = :name where code = :tag")
                .param("name", "新名字 " + tag)
                .param("tag", tag)
                .update();
        change(true);
        tell();
        assertThat(wecom.tags.names).as("renamed here").containsEntry(number, "新名字 " + tag);
        assertThat(theirs()).isTrue();
        assertThat(wecom.called("add_corp_tag")).as("made once").hasSize(1);
        mvc.perform(get("/v1/wecom-tags").with(SignIn.staff("segments.read")))
                .andExpect(
                        jsonPath("$.ours[?(@.tag == '%s')].corpTag".formatted(tag)).value(number))
                .andExpect(jsonPath("$.ours[?(@.tag == '%s')].customers".formatted(tag)).value(1));
    }

    @Test
    @Capability("TAG-06")
    void whereBothChangedItTheNewerCountsATieIsOursAndEitherWayItIsShown() {
        change(true);
        tell();
        readAll();
        wecom.instead.put("mark_tag", "{\"errcode\": -1}");
        change(false);
        change(true);
        wecom.tags.mark(external(member), corpTag(), false);
        look();
        assertThat(ours()).as("ours was made after the last look").isTrue();
        assertThat(outcomes()).containsExactly("ours");
        wecom.instead.clear();
        clock.advance(Duration.ofHours(1));
        tell();
        assertThat(theirs()).isTrue();
        readAll();

        wecom.instead.put("mark_tag", "{\"errcode\": -1}");
        change(false);
        change(true);
        look();
        wecom.tags.mark(external(member), corpTag(), false);
        look();
        assertThat(ours()).as("theirs was made after a look that came after ours").isFalse();
        assertThat(outcomes()).containsExactly("theirs");
        assertThat(pending()).isZero();

        change(true);
        wecom.tags.mark(external(member), corpTag(), true);
        look();
        assertThat(pending()).as("both the same").isZero();
        assertThat(ours()).isTrue();
    }

    private void look() {
        clock.advance(Duration.ofHours(1));
        reconcile.handle(clock.instant());
    }

    private int pending() {
        return jdbc.sql("select count(*) from outreach.tag_change where tag = :tag")
                .param("tag", tag)
                .query(Integer.class)
                .single();
    }

    private List<String> outcomes() {
        return jdbc.sql("select outcome from outreach.tag_difference where tag = :tag")
                .param("tag", tag)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    @Capability("TAG-06")
    void whatARuleDecidesIsNotOverwrittenButToldAgainAndShown() throws Exception {
        change(true);
        tell();
        jdbc.sql("update audience.tag set condition = '{\"all\": []}' where code = :tag")
                .param("tag", tag)
                .update();
        wecom.tags.mark(external(member), corpTag(), false);
        readAll();
        assertThat(ours()).isTrue();
        assertThat(theirs()).as("told again").isTrue();
        assertThat(outcomes()).containsExactly("rule");
        mvc.perform(get("/v1/wecom-tags").with(SignIn.staff("segments.read")))
                .andExpect(
                        jsonPath("$.differences[?(@.tag == '%s')].outcome".formatted(tag))
                                .value("rule"));
        jdbc.sql("update audience.tag set condition = null where code = :tag")
                .param("tag", tag)
                .update();
    }

    @Test
    void aSilentWecomIsToldAgainAndPartedTagsGoTheirOwnWays() throws Exception {
        wecom.swallows = "mark_tag";
        change(true);
        tell();
        assertThat(pending()).isEqualTo(1);
        wecom.swallows = "none";
        clock.advance(Duration.ofMinutes(2));
        tell();
        assertThat(pending()).isZero();
        match("null").andExpect(status().isConflict());
        mvc.perform(delete("/v1/wecom-tags/" + tag).with(SignIn.staff("segments.write")))
                .andExpect(status().isNoContent());
        int before = told();
        change(false);
        tell();
        readAll();
        assertThat(told()).isEqualTo(before);
        assertThat(theirs()).isTrue();
        assertThat(ours()).isFalse();
    }
}
