package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.MemberId;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.model.Identities;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.operators.access.PhoneCodes;
import dev.waystation.platform.operators.access.PhoneNumber;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a member of somebody who proves the phone by a code. */
@Service
public class RegisterMember {

    /** What the person typed, with the code that came by message. */
    public record Command(Registration registration, String code) {
        public Command {
            EnrolPerson.claim(registration);
            Malformed.require(
                    registration.cityCode().matches("[A-Za-z]{2,8}"),
                    "city",
                    registration.cityCode(),
                    "give a city code such as WUH");
        }

        @Override
        public String toString() {
            return "RegisterMember";
        }
    }

    /** The new member, or why there is none. */
    public sealed interface Outcome {
        record Registered(MemberId member) implements Outcome {}

        record Refused(RegistrationRefusal why) implements Outcome {}
    }

    private final EnrolPerson enrol;
    private final PhoneCodes codes;
    private final Clock clock;

    RegisterMember(EnrolPerson enrol, PhoneCodes codes, Clock clock) {
        this.enrol = enrol;
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Registration given = command.registration();
        // Typing errors come first: a code that is right is used up by checking it.
        if (Identities.check(EnrolPerson.claim(given), LocalDate.now(clock))
                instanceof Identities.Check.Unsound(RegistrationRefusal why)) {
            return new Outcome.Refused(why);
        }
        return switch (codes.check(PhoneNumber.parse(given.phone()), command.code())) {
            case WRONG_OR_EXPIRED -> new Outcome.Refused(RegistrationRefusal.PHONE_CODE_IS_WRONG);
            case LOCKED -> new Outcome.Refused(RegistrationRefusal.PHONE_IS_LOCKED);
            case RIGHT ->
                    switch (enrol.handle(given)) {
                        case EnrolPerson.Outcome.Enrolled(MemberId member) ->
                                new Outcome.Registered(member);
                        case EnrolPerson.Outcome.Refused(RegistrationRefusal why) ->
                                new Outcome.Refused(why);
                    };
        };
    }
}
