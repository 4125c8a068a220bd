package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.outreach.OutreachRefusal;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody wants done with a task; WeCom is told within a minute, outside this transaction.
 */
@Service
public class AskOfStaff {

    private static final int MOST_REMINDERS = 3;

    private final PartRows parts;

    AskOfStaff(PartRows parts) {
        this.parts = parts;
    }

    /** Reminds whoever has not sent; empty when that was noted, else why not. */
    @Transactional
    public Optional<OutreachRefusal> remind(long task) {
        List<Part> all = parts.ofTask(task);
        if (all.isEmpty()) {
            return Optional.of(OutreachRefusal.TASK_NOT_FOUND);
        }
        if (all.getFirst().kind() == Kind.MOMENTS) {
            return Optional.of(OutreachRefusal.MOMENTS_HAVE_NO_REMINDER);
        }
        List<Part> waiting =
                all.stream().filter(each -> each.state().equals("staff_notified")).toList();
        if (waiting.isEmpty()) {
            return Optional.of(OutreachRefusal.TASK_HAS_ENDED);
        }
        long noted =
                waiting.stream()
                        .filter(each -> each.reminders() < MOST_REMINDERS)
                        .filter(each -> parts.want(each.id(), FollowTasks.REMIND))
                        .count();
        return noted > 0 ? Optional.empty() : Optional.of(OutreachRefusal.REMINDED_THREE_TIMES);
    }

    /** Takes back what was not sent; empty when that was noted, else why not. */
    @Transactional
    public Optional<OutreachRefusal> cancel(long task) {
        List<Part> all = parts.ofTask(task);
        if (all.isEmpty()) {
            return Optional.of(OutreachRefusal.TASK_NOT_FOUND);
        }
        long noted = all.stream().filter(each -> parts.want(each.id(), FollowTasks.CANCEL)).count();
        return noted > 0 ? Optional.empty() : Optional.of(OutreachRefusal.TASK_HAS_ENDED);
    }
}
