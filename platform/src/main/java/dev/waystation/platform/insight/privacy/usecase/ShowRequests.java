package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of personal data. */
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

    /** What was asked of one person's data, the latest first. */
    public List<Request> of(long memberId) {
        return requests.of(memberId);
    }
}
