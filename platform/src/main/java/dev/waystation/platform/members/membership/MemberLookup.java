package dev.waystation.platform.members.membership;

import java.util.List;
import java.util.Optional;

/** The door for rows that name members in some way: by number, phone or document, many at once. */
public interface MemberLookup {

    /** What a row says about whose it is; the first that is given counts. */
    record Key(Optional<String> number, Optional<String> phone, Optional<String> document) {

        @Override
        public String toString() {
            return "Key";
        }
    }

    /** The member of each key, empty where there is none. */
    List<Optional<Long>> find(List<Key> keys);
}
