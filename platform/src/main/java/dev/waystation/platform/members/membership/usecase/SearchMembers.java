package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.NameKeys;
import dev.waystation.platform.members.membership.model.Pinyin;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.members.membership.store.NameIndex;
import dev.waystation.platform.operators.access.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds members by a whole phone number, a whole document number or their id; staff also by name,
 * pinyin, initials, or the last four characters of phone or document. Without a search the newest
 * come first.
 */
@Service
public class SearchMembers implements MemberSearch {

    private static final Pattern PHONE =
            Pattern.compile("(\\+86|0086)?[\\s-]*1[3-9]([\\s-]*\\d){9}|\\+[1-9]\\d{6,14}");

    private final MemberStore members;
    private static final int MOST_NAMED = 50;

    private final NameIndex names;
    private final MemberCards cards;

    SearchMembers(MemberStore members, NameIndex names, MemberCards cards) {
        this.members = members;
        this.names = names;
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

    @Override
    @Transactional(readOnly = true)
    public List<Named> named(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || owner(text).isPresent()) {
            return List.of();
        }
        List<NameIndex.Found> found = names.find(NameKeys.asked(text), MOST_NAMED);
        Map<Long, Enrolled> people =
                members.findAll(found.stream().map(NameIndex.Found::memberId).toList());
        return found.stream()
                .flatMap(each ->
                        Optional.ofNullable(people.get(each.memberId()))
                                .map(person -> new Named(cards.of(person), why(each.by(), text)))
                                .stream())
                .toList();
    }

    private static Said why(NameKeys.Kind kind, String typed) {
        return switch (kind) {
            case NAME -> new Said("姓名相同", "the same name");
            case SOUND ->
                    new Said(
                            "读音相同：" + String.join(" ", Pinyin.asSurname(typed)),
                            "sounds the same: " + String.join(" ", Pinyin.asSurname(typed)));
            case INITIALS -> new Said("拼音首字母相同", "the same initials");
            case PHONE_TAIL -> new Said("手机尾号相同", "the phone ends so");
            case DOCUMENT_TAIL -> new Said("证件尾号相同", "the document ends so");
        };
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
                Optional<Long> owner = members.ownerOfDocument(document);
                if (owner.isPresent()) {
                    return owner; // the same digits may be written in another type's form
                }
            }
        }
        return Optional.empty();
    }
}
