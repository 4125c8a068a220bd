package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.SeedMembers;
import dev.waystation.platform.members.membership.SeededMember;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.InventedPeople;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.store.BulkMembers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invents members from a seed and writes them a few thousand at a time. */
@Service
class InventMembers implements SeedMembers {

    private static final int CHUNK = 4_000;
    private static final int DAYS = 730;
    private static final int TENTHS = 10;
    private static final int WITH_MAIL = 4;

    private final BulkMembers bulk;
    private final Clock clock;

    InventMembers(BulkMembers bulk, Clock clock) {
        this.bulk = bulk;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<SeededMember> seed(long seed, int count) {
        LocalDate today = LocalDate.now(clock);
        InventedPeople invent = new InventedPeople(seed, today);
        List<SeededMember> all = new ArrayList<>(count);
        List<Long> numbers = bulk.numbers(count);
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK);
            List<Enrolled> chunk = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                // Joined in order of number, so that a young membership has a high number.
                Duration ago = Duration.ofMinutes((count - i) * (DAYS * 1_440L) / (count + 1));
                Enrolled each = invent(invent, numbers.get(i), i, clock.instant().minus(ago));
                chunk.add(each);
                all.add(seeded(invent, each, today));
            }
            bulk.insert(chunk);
        }
        bulk.verifyStudents(
                ids(all, SeededMember::student), VerifyStudent.endOfAcademicYear(today));
        bulk.consent(ids(all, each -> true), "sms", "service", "registration");
        bulk.consent(ids(all, each -> true), "inbox", "service", "registration");
        bulk.consent(ids(all, SeededMember::smsMarketing), "sms", "marketing", "registration");
        bulk.consent(ids(all, SeededMember::smsMarketing), "inbox", "marketing", "registration");
        bulk.consent(
                ids(all, SeededMember::wechatMarketing), "wechat", "marketing", "registration");
        bulk.consent(ids(all, SeededMember::wechatMarketing), "wechat", "service", "registration");
        List<Long> mailed = ids(all, SeededMember::mail);
        bulk.mail(mailed, clock.instant());
        bulk.consent(mailed, "email", "service", "registration");
        bulk.consent(
                ids(all, each -> each.mail() && each.smsMarketing()),
                "email",
                "marketing",
                "registration");
        return all;
    }

    private static Enrolled invent(InventedPeople invent, long id, int number, Instant joinedAt) {
        String gender = invent.gender();
        Person person = invent.person(gender);
        return new Enrolled(
                id, person, InventedPeople.phone(number), gender, invent.city(), "demo", joinedAt);
    }

    private static SeededMember seeded(InventedPeople invent, Enrolled each, LocalDate today) {
        LocalDate birth = each.person().birthDate();
        boolean student = Period.between(birth, today).getYears() < 25 && invent.chance(60);
        return new SeededMember(
                each.id(),
                Math.toIntExact(each.id()),
                birth,
                each.gender(),
                each.cityCode(),
                each.joinedAt(),
                student,
                invent.chance(72),
                invent.chance(64),
                each.id() % TENTHS < WITH_MAIL);
    }

    private static List<Long> ids(List<SeededMember> all, Predicate<SeededMember> which) {
        return all.stream().filter(which).map(SeededMember::memberId).toList();
    }
}
