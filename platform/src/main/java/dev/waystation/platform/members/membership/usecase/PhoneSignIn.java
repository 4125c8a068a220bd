package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.operators.access.MemberSignIn;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Tells access which member a proved phone belongs to. */
@Component
class PhoneSignIn implements MemberSignIn {

    private final MemberStore members;
    private final MergeMembers merge;

    PhoneSignIn(MemberStore members, MergeMembers merge) {
        this.members = members;
        this.merge = merge;
    }

    @Override
    public OptionalLong memberByPhone(String phone) {
        return members.ownerOfPhone(phone).stream().mapToLong(merge::stays).findFirst();
    }
}
