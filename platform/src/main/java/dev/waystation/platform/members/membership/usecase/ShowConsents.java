package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.ConsentLedger;
import dev.waystation.platform.members.membership.ConsentLine;
import dev.waystation.platform.members.membership.store.ConsentStore;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a member ever said about channels and purposes, newest first. */
@Service
public class ShowConsents implements ConsentLedger {

    private final ConsentStore consents;

    ShowConsents(ConsentStore consents) {
        this.consents = consents;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConsentLine> of(long memberId) {
        return consents.history(memberId);
    }
}
