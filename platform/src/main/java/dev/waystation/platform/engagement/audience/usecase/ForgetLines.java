package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.ListRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.vault.Forgets;
import dev.waystation.platform.members.membership.Departures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes what is kept of uploaded lists where it names a person: the lines that were refused. */
@Service
class ForgetLines implements Forgets {

    private final ListRows lists;
    private final Departures departures;

    ForgetLines(ListRows lists, Departures departures) {
        this.lists = lists;
        this.departures = departures;
    }

    @Override
    public String what() {
        return "audience.list_problem";
    }

    @Override
    @Transactional
    public int forget(long memberId) {
        Map<String, String> person = departures.open(memberId);
        List<String> names =
                Stream.of(
                                PublicId.encode("mbr", memberId),
                                person.get("phone"),
                                person.get("document"))
                        .filter(Objects::nonNull)
                        .filter(name -> !name.isBlank())
                        .toList();
        return lists.forget(names);
    }
}
