package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of personal data, and how often in a month. */
@Service
@Transactional(readOnly = true)
public class ShowRequests {

    private final RequestStore requests;

    ShowRequests(RequestStore requests) {
        this.requests = requests;
    }

    public Optional<Request> find(long id) {
        return requests.find(id);
    }

    /** The latest first. */
    public List<Request> before(long id, int limit) {
        return requests.before(id, limit);
    }

    /** How often what happened, by kind. */
    public Map<String, Long> counts(YearMonth month) {
        return requests.counts(month.atDay(1));
    }
}
