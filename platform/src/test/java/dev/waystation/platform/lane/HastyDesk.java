package dev.waystation.platform.lane;

import dev.waystation.lane.Desk;
import java.util.function.Consumer;

/** The control: tells the caller as soon as it has decided, before anything is durable. */
final class HastyDesk implements Desk<String, Long> {

    private final Desk<String, Long> honest;
    private final Consumer<String> tell;

    HastyDesk(Desk<String, Long> honest, Consumer<String> tell) {
        this.honest = honest;
        this.tell = tell;
    }

    @Override
    public Long decide(String command) {
        Long answer = honest.decide(command);
        tell.accept(command);
        return answer;
    }

    @Override
    public void commit() {
        honest.commit();
    }

    @Override
    public void rollback(Throwable cause) {
        honest.rollback(cause);
    }
}
