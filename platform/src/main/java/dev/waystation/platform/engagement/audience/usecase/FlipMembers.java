package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.TraitStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Lets time act: looks again at every member whose day has come, a transaction per batch. */
@Service
public class FlipMembers {

    private static final int BATCH = 500;
    private static final String CAUSE = "time";

    private final TraitStore traits;
    private final RefreshMembers refresh;
    private final LoadMembers members;

    FlipMembers(TraitStore traits, RefreshMembers refresh, LoadMembers members) {
        this.traits = traits;
        this.refresh = refresh;
        this.members = members;
    }

    /** How many members were looked at. */
    public int handle() {
        int looked = 0;
        List<Long> due = traits.due(members.today(), BATCH);
        while (!due.isEmpty()) {
            Map<Long, String> causes = new HashMap<>();
            due.forEach(id -> causes.put(id, CAUSE));
            refresh.handle(new RefreshMembers.Command(causes));
            looked += due.size();
            due = traits.due(members.today(), BATCH);
        }
        return looked;
    }
}
