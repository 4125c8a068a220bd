package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.ConversionCounts;
import dev.waystation.platform.members.partners.model.ExchangeFile;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.FileStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conversions and files, and giving one nobody knew the owner of to its member. */
@Service
public class FindConversions {

    private static final int SHOWN = 100;

    private final ConversionStore conversions;
    private final FileStore files;
    private final Members members;

    FindConversions(ConversionStore conversions, FileStore files, Members members) {
        this.conversions = conversions;
        this.files = files;
        this.members = members;
    }

    @Transactional(readOnly = true)
    public List<Conversion> ofMember(long member) {
        return conversions.ofMember(member);
    }

    @Transactional(readOnly = true)
    public List<Conversion> ofPartner(Partner partner) {
        return conversions.ofPartner(partner.id(), SHOWN);
    }

    @Transactional(readOnly = true)
    public ConversionCounts counts(Partner partner) {
        return conversions.counts(partner.id());
    }

    /**
     * Those nobody knows the member of, the oldest first; so many that one can work through them.
     */
    @Transactional(readOnly = true)
    public List<Conversion> suspended(Partner partner) {
        return conversions.suspended(partner.id(), SHOWN);
    }

    @Transactional(readOnly = true)
    public Optional<Conversion> event(Partner partner, String eventId) {
        return conversions.find(Conversion.idOf(partner.id(), eventId));
    }

    @Transactional(readOnly = true)
    public List<ExchangeFile> files(Partner partner) {
        return files.of(partner.id());
    }

    @Transactional(readOnly = true)
    public Optional<ExchangeFile> file(UUID id) {
        return files.find(id);
    }

    /** Out of suspense: somebody found out whose it is. */
    @Transactional
    public Optional<PartnerRefusal> assign(UUID id, long member) {
        if (members.card(member).isEmpty()) {
            return Optional.of(PartnerRefusal.MEMBER_OF_CONVERSION_UNKNOWN);
        }
        return conversions.assign(id, member)
                ? Optional.empty()
                : Optional.of(PartnerRefusal.CONVERSION_IS_NOT_IN_SUSPENSE);
    }
}
