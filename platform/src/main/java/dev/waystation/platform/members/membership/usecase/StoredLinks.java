package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.MemberLinks;
import dev.waystation.platform.members.membership.store.LinkStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links as they are stored: one step deep, because a merged member is not merged into. */
@Service
class StoredLinks implements MemberLinks {

    private final LinkStore links;

    StoredLinks(LinkStore links) {
        this.links = links;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> samePerson(long memberId) {
        long head = links.into(memberId).orElse(memberId);
        List<Long> all = new ArrayList<>(List.of(head));
        all.addAll(links.mergedInto(head));
        return all;
    }
}
