package dev.waystation.platform.engagement.events.usecase;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in CloudEvents as events. */
@Service
public class TakeCloudEvents {

    private final ReadCloudEvents read;
    private final TakeEvents take;

    TakeCloudEvents(ReadCloudEvents read, TakeEvents take) {
        this.read = read;
        this.take = take;
    }

    /** A request with its headers. */
    public TakeEvents.Outcome handle(
            @Nullable String key, Map<String, String> headers, byte[] body) {
        return take.handle(
                new TakeEvents.Command(
                        key, null, read.batch(ReadCloudEvents.small(headers), body)));
    }
}
