package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.playbook.SeedPlaybooks;
import dev.waystation.platform.engagement.playbook.store.LaunchRows;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One for those who come, one for those who travel, and two that find somebody on the first day.
 */
@Service
class SamplePlaybooks implements SeedPlaybooks {

    private static final List<String> CODES =
            List.of("newcomer", "first-trip", "quiet-car", "near-miss");

    private final LaunchPlaybook launch;
    private final LaunchRows launches;

    SamplePlaybooks(LaunchPlaybook launch, LaunchRows launches) {
        this.launch = launch;
        this.launches = launches;
    }

    @Override
    @Transactional
    public void launch() {
        if (!launches.all().isEmpty()) {
            return;
        }
        for (String code : CODES) {
            var command = new LaunchPlaybook.Command(code, Map.of(), "system");
            if (launch.handle(command) instanceof LaunchPlaybook.Outcome.Refused refused) {
                throw new IllegalStateException(
                        "%s was refused: %s %s"
                                .formatted(code, refused.code(), refused.problems()));
            }
        }
    }
}
