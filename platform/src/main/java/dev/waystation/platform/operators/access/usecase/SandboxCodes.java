package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.operators.access.CodeSender;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stands in for an SMS gateway: the demo shows the last codes, nothing leaves the machine. */
@Component
public class SandboxCodes implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxCodes.class);
    private static final int KEPT = 200;

    /** A code that would have been sent. */
    public record SentCode(String phone, String code, Instant sentAt) {}

    private final boolean demo;
    private final MachineTime machine;
    private final Deque<SentCode> sent = new ArrayDeque<>();

    SandboxCodes(@Value("${waystation.demo:false}") boolean demo, MachineTime machine) {
        this.demo = demo;
        this.machine = machine;
    }

    @Override
    public void send(String phone, String code) {
        if (!demo) {
            LOG.warn("No SMS gateway is configured; a sign-in code was made but not sent");
            return;
        }
        synchronized (sent) {
            sent.addFirst(new SentCode(phone, code, machine.now()));
            while (sent.size() > KEPT) {
                sent.removeLast();
            }
        }
    }

    /** Whether anybody may look. */
    public boolean visible() {
        return demo;
    }

    /** Newest first. */
    public List<SentCode> lately() {
        synchronized (sent) {
            return new ArrayList<>(sent);
        }
    }
}
