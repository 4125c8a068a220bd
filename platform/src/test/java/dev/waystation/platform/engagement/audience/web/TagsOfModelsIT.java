package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.Statements;
import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The door through which models set tags, and only models. */
@PlatformIT
class TagsOfModelsIT {

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private Tags tags;
    @Autowired private ModelTags modelTags;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final long first = 839_000_000L + ThreadLocalRandom.current().nextInt(900) * 1_000L;

    /** Other tests count the tags of their members. */
    @AfterEach
    void leaveNoTagBehind() throws Exception {
        put(0, "low");
    }

    @Test
    void nobodySetsATagOfAModelByHandOrMakesOneInItsGroup() throws Exception {
        define();
        send(
                        "/v1/tags/churn_risk:add",
                        "{\"members\": [\"%s\"], \"value\": \"low\", \"reason\": \"mercy\"}"
                                .formatted(PublicId.encode("mbr", first)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TAG_FOLLOWS_ITS_RULE"));
        assertThat(tags.isSetByHand("churn_risk")).isFalse();
        send(
                        "/v1/tags",
                        """
                        {"code": "it_guess", "name": {"zh": "猜", "en": "Guess"}, "group": "model"}
                        """)
                .andExpect(status().isBadRequest());
    }

    @Test
    void manyMembersTakeAsManyStatementsAsOneAndWhoIsNotNamedLosesTheTag() throws Exception {
        define();
        seed.load(LongStream.range(first, first + 200).mapToObj(this::traits), Stream.of());
        List<String> one = put(1, "high");
        List<String> many = put(200, "low");
        assertThat(many).hasSameSizeAs(one);
        assertThat(tags.carriers("churn_risk", first - 1, 300)).hasSize(200);
        assertThat(history(first))
                .containsExactly("model/churn_risk/9 low", "model/churn_risk/9 high");
        put(199, "low");
        assertThat(tags.carriers("churn_risk", first - 1, 300)).hasSize(199);
    }

    private List<String> put(int members, String word) throws Exception {
        List<ModelTags.Verdict> verdicts =
                LongStream.range(first, first + members)
                        .mapToObj(member ->
                                new ModelTags.Verdict(
                                        member, word, Explanation.of(Said.same("why"))))
                        .toList();
        List<String> statements =
                Statements.of(() ->
                        transaction.execute(_ ->
                                modelTags.put(
                                        "churn_risk",
                                        "model/churn_risk/9",
                                        first - 1,
                                        first + 999,
                                        verdicts)));
        // what is known of venues, cities and schemas is read afresh now and then
        return statements.stream().filter(sql -> sql.contains("audience.member")).toList();
    }

    private void define() {
        Map<String, Said> words = new java.util.LinkedHashMap<>();
        words.put("high", new Said("高", "high"));
        words.put("medium", new Said("中", "medium"));
        words.put("low", new Said("低", "low"));
        modelTags.define("churn_risk", new Said("流失风险", "Churn risk"), words);
    }

    private List<String> history(long member) {
        return jdbc.sql(
                        """
                        select cause || ' ' || (value #>> '{}') from audience.member_tag
                        where member_id = :member and tag = 'churn_risk'
                        union all
                        select added_cause || ' ' || (value #>> '{}') from audience.tag_past
                        where member_id = :member and tag = 'churn_risk'
                        """)
                .param("member", member)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignIn.staff("segments.read", "segments.write")));
    }

    private SeedAudience.Traits traits(long member) {
        return new SeedAudience.Traits(
                member,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2025, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }
}
