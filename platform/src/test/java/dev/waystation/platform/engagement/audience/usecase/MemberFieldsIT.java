package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Guarded;
import dev.waystation.platform.engagement.audience.model.MemberField.Kind;
import dev.waystation.platform.engagement.audience.model.MemberField.Merge;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.insight.privacy.usecase.ErasePerson;
import dev.waystation.platform.insight.privacy.usecase.ExportPerson;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.MergeMembers;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields from definition to condition: whose word counts, merged and parted, sealed and erased. */
@PlatformIT
class MemberFieldsIT extends FieldsOfAMember {

    @Autowired private MergeMembers merge;
    @Autowired private ExportPerson export;
    @Autowired private ErasePerson erase;

    @Test
    @Capability("CDP-11")
    void theStrongestSourceDecidesWhateverComesLaterAndTakesBackOnlyItsOwnWord() {
        define(
                Kind.NUMBER,
                Guarded.INTERNAL,
                Merge.SOURCE,
                Source.STAFF,
                Source.IMPORT,
                Source.SYSTEM);
        long children = segment(Map.of("field_" + code, Map.of("$gte", 3)));
        String hotel = door("hotel");
        String app = door("app");

        identify(app, 9);
        assertThat(in(children)).as("a device may not write this field").isFalse();
        identify(hotel, 4);
        assertThat(in(children)).isTrue();
        assertThat(file("2")).isInstanceOf(Verdict.New.class);
        assertThat(in(children)).as("a file outranks a server").isFalse();
        identify(hotel, 7);
        assertThat(in(children)).as("later, but weaker").isFalse();
        staff("5");
        assertThat(in(children)).as("staff outranks a file").isTrue();
        staff(null);
        assertThat(in(children)).as("the file's word counts again").isFalse();
        assertThat(file("2")).isInstanceOf(Verdict.Unchanged.class);
        Verdict.Updated changed = (Verdict.Updated) file("6");
        assertThat(in(children)).isTrue();
        files.undo(
                List.of(
                        new Intake.Effect(
                                2, false, changed.target(), changed.before(), UUID.randomUUID())),
                new Intake.Run(1, "staff:1"));
        assertThat(in(children)).as("the undone file says 2 again").isFalse();
        assertThat(file("many")).isInstanceOf(Verdict.Rejected.class);
        assertThat(show.of(member))
                .filteredOn(ShowFields.Value::counts)
                .extracting(ShowFields.Value::source, ShowFields.Value::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("import", "2"));
    }

    @Test
    @Capability("CDP-11")
    void twoWhoAreOneHaveTheValueTheFieldsStrategyChoosesAndEachTheirOwnWhenParted() {
        long other = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        pump.drain();
        for (Merge strategy : Merge.values()) {
            define(
                    code + "_" + MemberField.word(strategy),
                    Kind.NUMBER,
                    strategy,
                    Source.STAFF,
                    Source.SYSTEM);
        }
        String hotel = door("hotel");
        // the one who stays: said early by staff, 3; the other: said later by a server, 8
        for (Merge strategy : Merge.values()) {
            say(member, code + "_" + MemberField.word(strategy), "3");
        }
        for (Merge strategy : Merge.values()) {
            send(hotel, other, code + "_" + MemberField.word(strategy), 8, 60);
        }
        Map<String, Object> mine = extras(member);
        Map<String, Object> theirs = extras(other);

        merge.merge(other, member, "one passport", "staff:1");
        pump.drain();
        assertThat(extras(member))
                .containsEntry("field_" + code + "_source", 3L)
                .containsEntry("field_" + code + "_newest", 8L)
                .containsEntry("field_" + code + "_oldest", 3L)
                .containsEntry("field_" + code + "_largest", 8L)
                .containsEntry("field_" + code + "_smallest", 3L)
                .containsEntry("field_" + code + "_stays", 3L);
        merge.undo(other, "two cousins", "staff:1");
        pump.drain();
        assertThat(extras(member)).isEqualTo(mine);
        assertThat(extras(other)).isEqualTo(theirs).hasSize(Merge.values().length);
    }

    @Test
    @Capability("CDP-11")
    void whatIsSensitiveLiesSealedIsShownForAReasonExportedInClearAndErased() {
        define(Kind.TEXT, Guarded.SENSITIVE, Merge.NEWEST, Source.STAFF, Source.IMPORT);
        long known = segment(Map.of("field_" + code, true));
        String secret = "peanuts " + unique;
        staff(secret);
        assertThat(in(known)).as("whether it is known can be asked").isTrue();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from audience.field_value v
                                        where v.member_id = :member
                                          and strpos(cast(to_jsonb(v) as text), 'peanuts') > 0
                                        """)
                                .param("member", member)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(show.of(member)).extracting(ShowFields.Value::value).containsExactly("•••");
        assertThat(show.reveal(1, member, code, "caller asks about lunch")).contains(secret);
        assertThatThrownBy(() -> show.reveal(1, member, code, " ")).isInstanceOf(Malformed.class);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from foundation.fact
                                        where type = 'membership.PersonalDataRevealed'
                                          and body ->> 'field' = :field
                                        """)
                                .param("field", "field:" + code)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        export.handle(member, "staff:1", "asked by mail")
                                .orElseThrow()
                                .getFirst()
                                .person())
                .containsEntry("field." + code + ".staff", secret);
        assertThatThrownBy(() ->
                        define(
                                code + "_open",
                                Kind.TEXT,
                                Guarded.SENSITIVE,
                                Merge.NEWEST,
                                Source.DEVICE))
                .as("an event would carry it in clear")
                .isInstanceOf(Malformed.class);

        assertThat(erase.handle(new ErasePerson.Command(member, "staff:1", "asked by mail")))
                .isInstanceOf(ErasePerson.Outcome.Erased.class);
        pump.drain();
        assertThat(
                        jdbc.sql("select count(*) from audience.field_value where member_id = :id")
                                .param("id", member)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(in(known)).isFalse();
    }

    @Test
    @Capability("CDP-11")
    void aFieldSomebodyAsksForNamesThePlacesAndIsRemovedOnlyWhenNobodyDoes() {
        define(Kind.ENUM, Guarded.PERSONAL, Merge.STAYS, Source.STAFF, Source.DEVICE);
        long segment = segment(Map.of("field_" + code, "yes"));
        identify(door("app"), "yes");
        assertThat(in(segment)).isTrue();
        assertThat(show.of(member)).allMatch(ShowFields.Value::masked);
        assertThat(keep.uses(code).orElseThrow())
                .extracting(each -> each.kind() + " " + each.id())
                .containsExactly("segment " + PublicId.encode("seg", segment));
        assertThat(keep.remove(code)).isInstanceOf(KeepFields.Outcome.InUse.class);
        assertThat(in(segment)).isTrue();
        jdbc.sql("delete from audience.segment where id = :id").param("id", segment).update();
        vocabulary.forget();
        assertThat(keep.remove(code)).isEqualTo(new KeepFields.Outcome.Kept());
        assertThat(extras(member)).doesNotContainKey("field_" + code);
        assertThat(show.of(member)).isEmpty();
    }
}
