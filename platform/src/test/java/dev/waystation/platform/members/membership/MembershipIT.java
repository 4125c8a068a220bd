package dev.waystation.platform.members.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.members.membership.usecase.EnrolPerson;
import dev.waystation.platform.members.membership.usecase.ProveBirthDate;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@PlatformIT
class MembershipIT {

    private static final LocalDate BIRTH = LocalDate.of(1960, 5, 4);

    @Autowired Members members;
    @Autowired AddTraveller addTraveller;
    @Autowired ProveBirthDate prove;
    @Autowired EnrolPerson enrol;
    @Autowired SeedMembers seed;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    @Test
    @Capability("CDP-16")
    void aMemberIsShownMaskedAndStoredSealed() {
        Registration given = People.born(BIRTH);
        long id = members.register(given).value();
        var card = members.card(id).orElseThrow();
        assertThat(card.maskedName()).isEqualTo("测**");
        assertThat(card.maskedPhone()).doesNotContain(given.phone().substring(3, 7));
        assertThat(card.ageOn(LocalDate.of(2026, 5, 4))).isEqualTo(66);
        var row =
                jdbc.sql("select m::text from membership.member m where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        assertThat(row).doesNotContain(given.phone()).doesNotContain(given.documentNumber());
    }

    @Test
    void aPhoneAndADocumentBelongToOneMember() {
        Registration first = People.born(BIRTH);
        Registration second = People.born(BIRTH);
        members.register(first);
        assertThat(refusal(with(second, first.phone(), second.documentNumber(), BIRTH)))
                .isEqualTo(RegistrationRefusal.PHONE_IS_TAKEN);
        assertThat(refusal(with(second, second.phone(), first.documentNumber(), BIRTH)))
                .isEqualTo(RegistrationRefusal.DOCUMENT_IS_TAKEN);
        // The refused attempt left no claim behind.
        assertThat(enrol.handle(second)).isInstanceOf(EnrolPerson.Outcome.Enrolled.class);
    }

    @Test
    void registeringTakesTheCodeThatCameToThePhoneAndSignsIn() throws Exception {
        Registration given = People.born(BIRTH);
        mvc.perform(register(given, "000000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("PHONE_CODE_IS_WRONG"));
        mvc.perform(
                        post("/v1/member-session/code")
                                .with(SignIn.nobody())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"phone\":\"%s\"}".formatted(given.phone())))
                .andExpect(status().isAccepted());
        String sent =
                mvc.perform(get("/v1/sandbox/codes").with(SignIn.nobody()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String code =
                JsonPath.<List<String>>read(
                                sent, "$[?(@.phone == '%s')].code".formatted(given.phone()))
                        .getFirst();
        mvc.perform(register(given, code))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("测**"))
                .andExpect(cookie().exists("waystation_session"));
    }

    @Test
    void aWrongDocumentIsRefusedWithWhatIsWrong() {
        Registration given = People.born(BIRTH);
        String card = given.documentNumber();
        char wrong = card.endsWith("1") ? '2' : '1';
        assertThat(refusal(with(given, given.phone(), card.substring(0, 17) + wrong, BIRTH)))
                .isEqualTo(RegistrationRefusal.DOCUMENT_CHECK_CHARACTER_IS_WRONG);
        assertThat(refusal(with(given, given.phone(), "12345", BIRTH)))
                .isEqualTo(RegistrationRefusal.DOCUMENT_FORM_IS_WRONG);
        assertThat(refusal(with(given, given.phone(), card, BIRTH.plusDays(1))))
                .isEqualTo(RegistrationRefusal.BIRTH_DATE_DIFFERS_FROM_DOCUMENT);
    }

    @Test
    @Capability("CDP-16")
    void staffFindsByWholePhoneOrDocumentAndRevealsOnlyWithAReason() throws Exception {
        Registration given = People.born(BIRTH);
        long id = members.register(given).value();
        for (String typed : List.of(given.phone(), given.documentNumber())) {
            mvc.perform(get("/v1/members").param("q", typed).with(SignIn.role("ticket_window")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].id").value(PublicId.encode("mbr", id)))
                    .andExpect(content().string(not(containsString(given.phone()))));
        }
        String path = "/v1/members/" + PublicId.encode("mbr", id);
        mvc.perform(get(path).with(SignIn.role("operations")))
                .andExpect(jsonPath("$.name").value("测**"))
                .andExpect(jsonPath("$.groups[0]").value("senior"))
                .andExpect(jsonPath("$.consents", hasSize(2)));
        String url = path + ":reveal";
        mvc.perform(
                        post(url)
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"field\":\"phone\",\"reason\":\"\"}"))
                .andExpect(status().isBadRequest());
        mvc.perform(
                        post(url)
                                .with(SignIn.role("operations"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"field\":\"phone\",\"reason\":\"lost item call\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value(given.phone()));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from foundation.fact
                                        where type = 'membership.PersonalDataRevealed'
                                          and subject = :id
                                        """)
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @Capability("CDP-14")
    void aConsentCountsAtOnceAndItsHistoryStays() throws Exception {
        long id = members.register(People.born(BIRTH)).value();
        assertThat(members.consent(id, "sms", "marketing").granted()).isFalse();
        for (boolean granted : List.of(true, false)) {
            mvc.perform(
                            put("/v1/me/consents")
                                    .with(SignIn.member(id))
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(
                                            """
                                            {"choices":[{"channel":"sms","purpose":"marketing",
                                             "granted":%s}]}
                                            """
                                                    .formatted(granted)))
                    .andExpect(status().isOk());
            assertThat(members.consent(id, "sms", "marketing").granted()).isEqualTo(granted);
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from membership.consent_change
                                        where member_id = :id and purpose = 'marketing'
                                        """)
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void aTravellerIsVerifiedAsAStudentAndCountsAsSeniorOnTheDayOfTravel() throws Exception {
        long id = members.register(People.born(BIRTH)).value();
        LocalDate youth = LocalDate.of(2006, 3, 1);
        mvc.perform(
                        post("/v1/me/travellers")
                                .with(SignIn.member(id))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"name":"测试乙","birthDate":"%s",
                                         "document":{"type":"identity_card","number":"%s"}}
                                        """
                                                .formatted(youth, People.freshCard(youth))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.group").value("general"));
        TravellerIdentity child = members.travellers(id).getLast();
        mvc.perform(
                        post("/v1/me/travellers/"
                                        + PublicId.encode("trv", child.travellerId())
                                        + ":verify-student")
                                .with(SignIn.member(id))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"school":"武汉大学","enrolmentNumber":"2024A1234",
                                         "enteredOn":"2024-09-01","leavesOn":"2028-06-30",
                                         "homeCity":"CAN","schoolCity":"WUH"}
                                        """))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.group").value("student"));
        Studies studies = Objects.requireNonNull(members.travellers(id).getLast().studies());
        assertThat(studies.school()).isEqualTo("武汉大学");
        assertThat(studies.between("WUH", "CAN")).isTrue();
        assertThat(studies.between("WUH", "BJP")).isFalse();
        assertThat(studies.on(LocalDate.of(2024, 8, 31))).as("before the day of entry").isFalse();
        TravellerIdentity self = members.travellers(id).getFirst();
        assertThat(self.passengerGroup(LocalDate.of(2020, 5, 3))).isEqualTo("general");
        assertThat(self.passengerGroup(LocalDate.of(2020, 5, 4))).isEqualTo("senior");
    }

    @Test
    void aDateOfBirthThatIsOnlyDeclaredMakesNobodyASenior() {
        long id = members.register(People.born(BIRTH)).value();
        LocalDate old = LocalDate.of(1950, 1, 1);
        addTraveller.handle(
                new AddTraveller.Command(
                        id, new IdentityClaim("Martin Thomas", "passport", "X1234567", old)));
        TravellerIdentity declared = members.travellers(id).getLast();
        assertThat(declared.passengerGroup(LocalDate.of(2026, 11, 16))).isEqualTo("general");
        assertThat(prove.handle(id, declared.travellerId(), old.plusDays(1), 7))
                .as("the document says another day")
                .isEqualTo(ProveBirthDate.Outcome.DIFFERS);
        assertThat(prove.handle(id, declared.travellerId(), old, 7))
                .isEqualTo(ProveBirthDate.Outcome.PROVED);
        assertThat(members.travellers(id).getLast().passengerGroup(LocalDate.of(2026, 11, 16)))
                .isEqualTo("senior");
    }

    @Test
    void oneSeedMakesManyMembersWithDocumentsThatHold() {
        List<SeededMember> seeded = seed.seed(7, 500);
        assertThat(seeded).hasSize(500).allMatch(each -> each.joinedAt().isBefore(clock.instant()));
        MemberCard card = members.card(seeded.getLast().memberId()).orElseThrow();
        assertThat(card.birthDate()).isEqualTo(seeded.getLast().birthDate());
        assertThat(members.profiles(seeded.getFirst().memberId() - 1, 500))
                .extracting(MemberProfile::verifiedStudent)
                .containsExactlyElementsOf(seeded.stream().map(SeededMember::student).toList());
    }

    private RegistrationRefusal refusal(Registration registration) {
        EnrolPerson.Outcome outcome = enrol.handle(registration);
        assertThat(outcome).isInstanceOf(EnrolPerson.Outcome.Refused.class);
        return ((EnrolPerson.Outcome.Refused) outcome).why();
    }

    private static RequestBuilder register(Registration given, String code) {
        return post("/v1/members")
                .with(SignIn.nobody())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"phone":"%s","code":"%s","name":"%s","birthDate":"%s","city":"WUH",
                         "document":{"type":"identity_card","number":"%s"}}
                        """
                                .formatted(
                                        given.phone(),
                                        code,
                                        given.name(),
                                        given.birthDate(),
                                        given.documentNumber()));
    }

    private static Registration with(
            Registration given, String phone, String number, LocalDate birthDate) {
        return new Registration(
                phone,
                given.name(),
                given.documentType(),
                number,
                birthDate,
                given.gender(),
                given.cityCode(),
                given.channel());
    }
}
