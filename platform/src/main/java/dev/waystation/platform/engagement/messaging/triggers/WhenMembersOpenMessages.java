package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.links.facts.LinkClicked;
import dev.waystation.platform.engagement.messaging.usecase.LearnHours;
import dev.waystation.platform.engagement.messaging.usecase.MailSigns;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of clicks, and learns when members read and which mails they opened. */
@Component
class WhenMembersOpenMessages implements FactReader {

    private final LearnHours learn;
    private final MailSigns signs;

    WhenMembersOpenMessages(LearnHours learn, MailSigns signs) {
        this.learn = learn;
        this.signs = signs;
    }

    @Override
    public String name() {
        return "messaging.habits";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(LinkClicked.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof LinkClicked click) {
                learn.opened(click.memberId(), click.occurredAt());
                signs.clicked(click.memberId(), click.messageId(), click.occurredAt());
            }
        }
    }
}
