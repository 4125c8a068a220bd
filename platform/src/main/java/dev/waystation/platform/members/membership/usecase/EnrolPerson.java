package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.MemberId;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.facts.MemberRegistered;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.Identities;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.TravellerStore;
import dev.waystation.platform.operators.access.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a member of somebody whose phone is proved or trusted. */
@Service
public class EnrolPerson {

    /** The new member, or why there is none. */
    public sealed interface Outcome {
        record Enrolled(MemberId member) implements Outcome {}

        record Refused(RegistrationRefusal why) implements Outcome {}
    }

    private final MemberStore members;
    private final TravellerStore travellers;
    private final ConsentStore consents;
    private final FactLog facts;
    private final Clock clock;

    EnrolPerson(
            MemberStore members,
            TravellerStore travellers,
            ConsentStore consents,
            FactLog facts,
            Clock clock) {
        this.members = members;
        this.travellers = travellers;
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Registration registration) {
        Identities.Check check = Identities.check(claim(registration), LocalDate.now(clock));
        return switch (check) {
            case Identities.Check.Unsound(RegistrationRefusal why) -> new Outcome.Refused(why);
            case Identities.Check.Sound(Person person) -> enrol(registration, person);
        };
    }

    static IdentityClaim claim(Registration registration) {
        return new IdentityClaim(
                registration.name(),
                registration.documentType(),
                registration.documentNumber(),
                registration.birthDate());
    }

    private Outcome enrol(Registration registration, Person person) {
        String phone = PhoneNumber.parse(registration.phone()).value();
        long id = members.nextNumber();
        if (!members.claimPhone(phone, id)) {
            return new Outcome.Refused(RegistrationRefusal.PHONE_IS_TAKEN);
        }
        if (!members.claimDocument(person.document(), id)) {
            members.dropPhoneClaim(phone);
            return new Outcome.Refused(RegistrationRefusal.DOCUMENT_IS_TAKEN);
        }
        Instant now = clock.instant();
        String gender = person.document().gender().orElse(registration.gender());
        members.insert(
                new Enrolled(
                        id,
                        person,
                        phone,
                        gender,
                        registration.cityCode(),
                        registration.channel(),
                        now));
        travellers.insert(id, true, person, now);
        // Tickets and refunds have to reach their buyer; marketing waits for a yes.
        consents.append(id, "sms", "service", true, "registration", now);
        consents.append(id, "inbox", "service", true, "registration", now);
        facts.append(
                new MemberRegistered(
                        id,
                        person.birthDate().getYear(),
                        gender,
                        registration.cityCode(),
                        registration.channel(),
                        registration.invitation(),
                        now));
        return new Outcome.Enrolled(new MemberId(id));
    }
}
