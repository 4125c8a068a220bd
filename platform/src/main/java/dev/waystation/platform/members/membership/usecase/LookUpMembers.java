package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberLookup;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import dev.waystation.platform.members.membership.store.MemberStore;
import dev.waystation.platform.operators.access.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the members that rows of a file name. */
@Service
class LookUpMembers implements MemberLookup {

    private final IntakeMembers lookups;
    private final MemberStore members;

    LookUpMembers(IntakeMembers lookups, MemberStore members) {
        this.lookups = lookups;
        this.members = members;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Optional<Long>> find(List<Key> keys) {
        Set<Long> numbers =
                members.existing(
                        keys.stream().flatMap(key -> number(key).stream()).distinct().toList());
        Map<String, Long> phones =
                lookups.phoneOwners(
                        keys.stream()
                                .flatMap(key -> key.phone().flatMap(LookUpMembers::phone).stream())
                                .collect(Collectors.toSet()));
        Map<Document, Long> documents =
                lookups.documentOwners(
                        keys.stream()
                                .flatMap(key -> key.document().map(LookUpMembers::read).stream())
                                .flatMap(List::stream)
                                .collect(Collectors.toSet()));
        return keys.stream().map(key -> one(key, numbers, phones, documents)).toList();
    }

    private static Optional<Long> one(
            Key key, Set<Long> numbers, Map<String, Long> phones, Map<Document, Long> documents) {
        if (key.number().isPresent()) {
            return number(key).filter(numbers::contains);
        }
        if (key.phone().isPresent()) {
            return key.phone().flatMap(LookUpMembers::phone).map(phones::get);
        }
        return key.document().stream()
                .flatMap(typed -> read(typed).stream())
                .map(documents::get)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    static Optional<Long> number(Key key) {
        return key.number().flatMap(LookUpMembers::number);
    }

    static Optional<Long> number(String typed) {
        try {
            return Optional.of(PublicId.decode("mbr", typed));
        } catch (Malformed notANumber) {
            return Optional.empty();
        }
    }

    static Optional<String> phone(String typed) {
        try {
            return Optional.of(PhoneNumber.parse(typed).value());
        } catch (Malformed notAPhone) {
            return Optional.empty();
        }
    }

    /** Every document the text may be: a file rarely says of which type it is. */
    private static List<Document> read(String typed) {
        return Document.TYPES.stream()
                .map(type -> Document.read(type, typed))
                .flatMap(reading ->
                        reading instanceof Document.Reading.Right(Document document)
                                ? java.util.stream.Stream.of(document)
                                : java.util.stream.Stream.empty())
                .toList();
    }
}
