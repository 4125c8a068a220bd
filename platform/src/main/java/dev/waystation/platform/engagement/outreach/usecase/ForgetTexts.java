package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.foundation.vault.Forgets;
import org.springframework.stereotype.Component;

/** Texts of tasks that were written for one member alone. */
@Component
class ForgetTexts implements Forgets {

    private final LineRows lines;

    ForgetTexts(LineRows lines) {
        this.lines = lines;
    }

    @Override
    public String what() {
        return "outreach.part";
    }

    @Override
    public int forget(long memberId) {
        return lines.forgetText(memberId);
    }
}
