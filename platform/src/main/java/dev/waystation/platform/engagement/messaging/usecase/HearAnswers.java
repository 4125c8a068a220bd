package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.facts.MessageAnswered;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import dev.waystation.platform.members.membership.Withdrawals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what members answer. A word that means no withdraws the consent and takes back what still
 * waits, in one transaction: nothing leaves after the answer was acknowledged.
 */
@Service
public class HearAnswers {

    private static final String MARKETING = "marketing";
    private static final String SHORT = "[\\p{L}\\p{N}]{1,10}";

    /** An answer over a channel, from the address it came from. */
    public record Command(String channel, String from, String text) {}

    /** Whether it was a no, and for how many members with that address. */
    public record Heard(boolean optOut, int members) {}

    private final RuleRows rules;
    private final MemberSearch search;
    private final Withdrawals withdrawals;
    private final CancelWithdrawnMessages cancel;
    private final FactLog facts;
    private final Clock clock;

    HearAnswers(
            RuleRows rules,
            MemberSearch search,
            Withdrawals withdrawals,
            CancelWithdrawnMessages cancel,
            FactLog facts,
            Clock clock) {
        this.rules = rules;
        this.search = search;
        this.withdrawals = withdrawals;
        this.cancel = cancel;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Heard handle(Command command) {
        Instant now = clock.instant();
        List<Long> members =
                search.find(command.from()).stream().map(MemberCard::memberId).sorted().toList();
        facts.append(members.stream().map(member -> answered(member, command, now)).toList());
        if (!rules.read().meansNo(command.text())) {
            return new Heard(false, members.size());
        }
        for (long member : members) {
            withdrawals.withdraw(member, command.channel(), MARKETING, "answer");
            cancel.handle(member, command.channel(), MARKETING, now);
        }
        return new Heard(true, members.size());
    }

    private static MessageAnswered answered(long member, Command command, Instant now) {
        String text = command.text().strip().toUpperCase(Locale.ROOT);
        return new MessageAnswered(member, command.channel(), text.matches(SHORT) ? text : "", now);
    }
}
