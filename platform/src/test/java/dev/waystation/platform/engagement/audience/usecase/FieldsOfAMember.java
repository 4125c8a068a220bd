package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Guarded;
import dev.waystation.platform.engagement.audience.model.MemberField.Kind;
import dev.waystation.platform.engagement.audience.model.MemberField.Merge;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member, fields to define, and the ways values come in. */
abstract class FieldsOfAMember {

    @Autowired KeepFields keep;
    @Autowired SayField say;
    @Autowired ShowFields show;
    @Autowired FieldIntake files;
    @Autowired DraftSegment draft;
    @Autowired PublishSegment publish;
    @Autowired MembershipStore memberships;
    @Autowired CurrentVocabulary vocabulary;
    @Autowired KeepSources sources;
    @Autowired TakeEvents take;
    @Autowired Members members;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    final String code = "it_" + unique;
    long member;
    private int sent;

    @BeforeEach
    void aMember() {
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        pump.drain();
    }

    @AfterEach
    void leaveNoFieldBehind() {
        jdbc.sql("delete from audience.segment where name_zh like :name")
                .param("name", "%" + unique)
                .update();
        jdbc.sql("delete from audience.field where code like :code")
                .param("code", code + "%")
                .update();
        vocabulary.forget();
    }

    void define(Kind kind, Guarded guarded, Merge strategy, Source... from) {
        define(code, kind, guarded, strategy, from);
    }

    void define(String named, Kind kind, Merge strategy, Source... from) {
        define(named, kind, Guarded.INTERNAL, strategy, from);
    }

    void define(String named, Kind kind, Guarded guarded, Merge strategy, Source... from) {
        List<TagChoice> choices =
                kind == Kind.ENUM
                        ? List.of(
                                new TagChoice("yes", Said.same("yes")),
                                new TagChoice("no", Said.same("no")))
                        : List.of();
        assertThat(
                        keep.define(
                                new KeepFields.Command(
                                        new MemberField(
                                                named,
                                                Said.same(named),
                                                kind,
                                                choices,
                                                guarded,
                                                List.of(from),
                                                strategy),
                                        "staff:1")))
                .isEqualTo(new KeepFields.Outcome.Kept());
    }

    long segment(Map<String, Object> condition) {
        long id =
                ((DraftSegment.Outcome.Drafted)
                                draft.handle(
                                        new DraftSegment.Command(
                                                Said.same("field " + unique), condition)))
                        .segmentId();
        assertThat(publish.handle(new PublishSegment.Command(id)))
                .isInstanceOf(PublishSegment.Outcome.Published.class);
        return id;
    }

    boolean in(long segment) {
        return memberships
                .ofMembers(List.of(member))
                .getOrDefault(member, Set.of())
                .contains(segment);
    }

    Map<String, Object> extras(long who) {
        return show.extras(who);
    }

    void staff(@Nullable String value) {
        say(member, code, value);
    }

    void say(long who, String field, @Nullable String value) {
        assertThat(say.handle(new SayField.Command(who, field, value, "staff:1")))
                .isEqualTo(new SayField.Outcome.Written());
    }

    Verdict file(String value) {
        return files.apply(
                        List.of(
                                new IntakeRow(
                                        2,
                                        Map.of(
                                                "member",
                                                PublicId.encode("mbr", member),
                                                "field",
                                                code,
                                                "value",
                                                value),
                                        UUID.randomUUID())),
                        new Intake.Run(1, "staff:1"))
                .getFirst();
    }

    String door(String kind) {
        return ((KeepSources.Outcome.Made)
                        sources.make(
                                new KeepSources.Command(
                                        kind + " " + UUID.randomUUID(), kind, "park", "hall")))
                .key();
    }

    void identify(String key, Object value) {
        send(key, member, code, value, 0);
    }

    void send(String key, long who, String field, Object value, int secondsAhead) {
        String body =
                "{'messageId':'f%d','userId':'%s','timestamp':'%s','traits':{'%s':%s}}"
                        .formatted(
                                ++sent,
                                PublicId.encode("mbr", who),
                                clock.instant().plusSeconds(secondsAhead),
                                field,
                                value instanceof Number ? value : "'" + value + "'")
                        .replace('\'', '"');
        var taken =
                (TakeEvents.Outcome.Taken)
                        take.handle(
                                new TakeEvents.Command(
                                        key, Call.IDENTIFY, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.bad()).isEmpty();
        pump.drain();
    }
}
