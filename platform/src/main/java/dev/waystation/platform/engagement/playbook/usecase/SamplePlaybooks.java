package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.playbook.SeedPlaybooks;
import dev.waystation.platform.engagement.playbook.store.LaunchRows;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One for those who come, two for those who travel, and two that find somebody on the first day;
 * each over another channel, so that the outbox shows them all.
 */
@Service
class SamplePlaybooks implements SeedPlaybooks {

    private record Sample(String code, String channel) {}

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample("newcomer", "inbox"),
                    new Sample("first-trip", "miniapp"),
                    new Sample("after-trip", "wechat"),
                    new Sample("quiet-car", "email"),
                    new Sample("near-miss", "push"));

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
        for (Sample each : SAMPLES) {
            var command =
                    new LaunchPlaybook.Command(
                            each.code(), Map.of("channel", each.channel()), "system");
            if (launch.handle(command) instanceof LaunchPlaybook.Outcome.Refused refused) {
                throw new IllegalStateException(
                        "%s was refused: %s %s"
                                .formatted(each.code(), refused.code(), refused.problems()));
            }
        }
    }
}
