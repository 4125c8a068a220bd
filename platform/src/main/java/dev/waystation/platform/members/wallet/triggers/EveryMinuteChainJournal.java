package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.ChainJournal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Covers new entries of the journal by the chain. */
@Component
class EveryMinuteChainJournal implements Timer {

    private final ChainJournal chain;

    EveryMinuteChainJournal(ChainJournal chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return "wallet.chain-journal";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        chain.handle();
    }
}
