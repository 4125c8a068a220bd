package dev.waystation.platform.insight.trust.triggers;

import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.members.wallet.JournalChain;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code ./way verify chain}: recounts the trail and the journal of a data folder or server, names
 * every row that does not fit, and ends with 1 if there is one.
 */
@Component
@ConditionalOnProperty(name = "waystation.verify", havingValue = "chain")
class WhenToldToVerify implements ApplicationRunner, ExitCodeGenerator {

    private final KeepTrail trail;
    private final JournalChain journal;
    private int exitCode = 1;

    WhenToldToVerify(KeepTrail trail, JournalChain journal) {
        this.trail = trail;
        this.journal = journal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        KeepTrail.Check found = trail.check(null);
        List<JournalChain.Fault> faults = journal.verify(null, _ -> {}).faults();
        found.firstBroken()
                .ifPresent(entry -> System.out.printf("trail entry %d does not fit%n", entry));
        faults.forEach(System.out::println);
        boolean sound = found.firstBroken().isEmpty() && faults.isEmpty();
        System.out.printf(
                "chain trail=%d links=%d entries=%d waiting=%d faults=%d %s%n",
                found.entries(),
                journal.head().map(JournalChain.Head::number).orElse(0L),
                journal.head().map(JournalChain.Head::entries).orElse(0L),
                journal.waiting(),
                faults.size() + (found.firstBroken().isPresent() ? 1 : 0),
                sound ? "ok" : "short");
        exitCode = sound ? 0 : 1;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
