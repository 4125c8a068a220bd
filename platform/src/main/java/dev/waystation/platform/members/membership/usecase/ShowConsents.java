package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.model.ConsentLine;
import dev.waystation.platform.members.membership.store.ConsentStore;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a member ever said about channels and purposes, newest first. */
@Service
public class ShowConsents {

    private final ConsentStore consents;

    ShowConsents(ConsentStore consents) {
        this.consents = consents;
    }

    @Transactional(readOnly = true)
    public List<ConsentLine> of(long memberId) {
        return consents.history(memberId);
    }
}
