package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.store.ContractDrafts;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the next version of a contract down, and publishes it as it stands there. */
@Service
public class DraftContract {

    private final ContractDrafts drafts;
    private final KeepPartners partners;

    DraftContract(ContractDrafts drafts, KeepPartners partners) {
        this.drafts = drafts;
        this.partners = partners;
    }

    @Transactional(readOnly = true)
    public Optional<Contract> of(long partner) {
        return drafts.of(partner);
    }

    @Transactional
    public void keep(Contract draft) {
        drafts.keep(draft);
    }

    @Transactional
    public boolean drop(long partner) {
        return drafts.drop(partner);
    }

    /** The draft is gone once it is published; a refusal leaves it as it was. */
    @Transactional
    public Optional<PartnerRefusal> publish(Contract draft) {
        Optional<PartnerRefusal> refusal = partners.publish(draft);
        if (refusal.isEmpty()) {
            drafts.drop(draft.partnerId());
        }
        return refusal;
    }
}
