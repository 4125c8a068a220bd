package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.FlowSheet;
import dev.waystation.platform.members.wallet.store.FlowReads;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The daily sheet of stored value, with the custody it needs. */
@Service
public class ShowFlow {

    private final FlowReads reads;
    private final Clock clock;

    ShowFlow(FlowReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FlowSheet handle(LocalDate day) {
        List<FlowSheet.Line> lines = reads.lines(start(day), start(day.plusDays(1)));
        long principal =
                lines.stream()
                        .filter(each -> each.currency().equals(StoredValue.PRINCIPAL))
                        .mapToLong(FlowSheet.Line::closing)
                        .sum();
        long[] custody = reads.custody(day);
        long needed = Math.ceilDiv(principal * custody[1], 1_000);
        long[] dormant = reads.dormant(start(day.minusYears(1)));
        return new FlowSheet(
                day,
                lines,
                lines.stream().mapToLong(FlowSheet.Line::closing).sum(),
                needed,
                custody[0],
                custody[0] < needed,
                dormant[0],
                dormant[1]);
    }

    /** What the bank says is in the custody account. */
    @Transactional
    public void holds(LocalDate day, long minor) {
        Malformed.require(minor >= 0, "minor", minor, "give an amount that is not negative");
        reads.holds(day, minor);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
