package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.operators.access.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds members by a whole phone number, a whole document number or their id; without a search the
 * newest come first. Names are sealed without an index: nobody searches them.
 */
@Service
public class SearchMembers implements MemberSearch {

    private static final Pattern PHONE =
            Pattern.compile("(\\+86|0086)?[\\s-]*1[3-9]([\\s-]*\\d){9}|\\+[1-9]\\d{6,14}");

    private final MemberStore members;
    private final MemberCards cards;

    SearchMembers(MemberStore members, MemberCards cards) {
        this.members = members;
        this.cards = cards;
    }

    @Transactional(readOnly = true)
    public Page<MemberCard> newest(Optional<Cursor> cursor, int limit) {
        long before = cursor.map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        List<Enrolled> rows = members.newest(before, limit + 1);
        return Page.cut(rows, limit, last -> Cursor.after(last.id())).map(cards::of);
    }

    @Transactional(readOnly = true)
    public Page<MemberCard> matching(String typed) {
        return Page.last(
                owner(typed.strip()).flatMap(members::find).map(cards::of).stream().toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<MemberCard> find(String typed) {
        return matching(typed).items();
    }

    private Optional<Long> owner(String typed) {
        if (typed.startsWith("mbr_")) {
            return Optional.of(PublicId.decode("mbr", typed));
        }
        if (PHONE.matcher(typed).matches()) {
            return members.ownerOfPhone(PhoneNumber.parse(typed).value());
        }
        for (String type : Document.TYPES) {
            if (Document.read(type, typed) instanceof Document.Reading.Right(Document document)) {
                return members.ownerOfDocument(document);
            }
        }
        return Optional.empty();
    }
}
