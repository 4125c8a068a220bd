package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.Allocation;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a spend had come back before a command, to tell what this one brought back. */
record SpentBefore(@Nullable SpentEntry spent, List<Long> returned) {

    static final SpentBefore NOTHING = new SpentBefore(null, List.of());

    static SpentBefore of(Prepared known, PointsCommand command) {
        SpentEntry spent = command instanceof PointsCommand.GiveBack ? known.spend(command) : null;
        return spent == null
                ? NOTHING
                : new SpentBefore(spent, Arrays.stream(spent.outlay().returned()).boxed().toList());
    }

    long entryNo() {
        return spent == null ? 0 : spent.entryNo();
    }

    List<Allocation> broughtBack() {
        List<Allocation> back = new ArrayList<>();
        if (spent != null) {
            long[] after = spent.outlay().returned();
            for (int i = 0; i < after.length; i++) {
                if (after[i] > returned.get(i)) {
                    Allocation taken = spent.outlay().taken().get(i);
                    back.add(new Allocation(taken.lot(), taken.key(), after[i] - returned.get(i)));
                }
            }
        }
        return back;
    }
}
