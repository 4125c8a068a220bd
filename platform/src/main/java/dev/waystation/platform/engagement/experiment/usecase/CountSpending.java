package dev.waystation.platform.engagement.experiment.usecase;

import dev.waystation.platform.engagement.experiment.store.ResultRows;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what members spent, before a trial as well as during it. */
@Service
public class CountSpending {

    private final ResultRows results;

    CountSpending(ResultRows results) {
        this.results = results;
    }

    @Transactional
    public void handle(List<ResultRows.Spend> spent) {
        results.spend(spent);
    }

    /** What serving members cost, what came back negative. */
    @Transactional
    public void costs(List<ResultRows.Spend> costs) {
        results.cost(costs);
    }
}
