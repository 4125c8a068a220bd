package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.Departures;
import dev.waystation.platform.members.membership.facts.MemberLeft;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person what membership keeps in clear text, and forgets it. */
@Service
class LeaveMembership implements Departures {

    private final MemberStore members;
    private final IntakeMembers rows;
    private final FactLog facts;
    private final Clock clock;

    LeaveMembership(MemberStore members, IntakeMembers rows, FactLog facts, Clock clock) {
        this.members = members;
        this.rows = rows;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> open(long memberId) {
        Map<String, String> all = new LinkedHashMap<>();
        members.find(memberId)
                .ifPresent(member -> {
                    all.put("name", member.person().name());
                    all.put("phone", member.phone());
                    all.put("documentType", member.person().document().type());
                    all.put("document", member.person().document().number());
                    all.put("birthDate", member.person().birthDate().toString());
                    all.put("gender", member.gender());
                    all.put("city", member.cityCode());
                    all.put("joinedAt", member.joinedAt().toString());
                });
        return all;
    }

    @Override
    @Transactional
    public boolean leave(long memberId, String cause, String by) {
        if (!members.lock(memberId)) {
            return false;
        }
        rows.remove(List.of(memberId));
        facts.append(new MemberLeft(memberId, cause, by, clock.instant()));
        return true;
    }
}
