package dev.waystation.platform.engagement.events.usecase;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in CloudEvents as events. */
@Service
public class TakeCloudEvents {

    private final SourceKeys keys;
    private final ReadCloudEvents read;
    private final TakeEvents take;

    TakeCloudEvents(SourceKeys keys, ReadCloudEvents read, TakeEvents take) {
        this.keys = keys;
        this.read = read;
        this.take = take;
    }

    /** A request with its headers; nothing is read of one whose key is not known. */
    public TakeEvents.Outcome handle(
            @Nullable String key, Map<String, String> headers, byte[] body) {
        TakeEvents.requireFit(body);
        if (keys.find(key).isEmpty()) {
            return new TakeEvents.Outcome.UnknownKey();
        }
        return take.handle(
                new TakeEvents.Command(
                        key, null, read.batch(ReadCloudEvents.small(headers), body)));
    }
}
