package dev.waystation.platform.engagement.events.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The messages of one request, ready to be stored, and what became of them. */
public final class Parcel {

    /** The part of a message's key that differs within a parcel. */
    public record Key(LocalDate homeDay, int sourceId, String messageId) {}

    private static final int COLUMNS = 18;

    private final List<Key> keys = new ArrayList<>();
    private final RowBytes rows = new RowBytes();
    private boolean sure = true;
    private int stored;
    private boolean unfit;

    /** Adds a message; two with one id count once. */
    public void add(int sourceId, Message message, EventTime time, Instant received) {
        keys.add(new Key(time.homeDay(), sourceId, message.messageId()));
        sure &= time.sureHome();
        rows.fields(COLUMNS)
                .date(time.homeDay())
                .whole(sourceId)
                .text(message.messageId())
                .text(message.call().code())
                .text(message.name())
                .text(message.userId())
                .text(message.anonymousId())
                .text(message.deviceId())
                .text(message.detail())
                .instant(time.happenedAt())
                .instant(message.claimedAt())
                .instant(received)
                .text(message.venue())
                .text(message.zone())
                .big(message.position())
                .whole(message.schemaVersion())
                .json(message.externalIds())
                .json(message.properties());
    }

    public int count() {
        return keys.size();
    }

    public List<Key> keys() {
        return keys;
    }

    public RowBytes rows() {
        return rows;
    }

    /** Whether the key alone recognises each repetition. */
    public boolean sure() {
        return sure;
    }

    public Set<LocalDate> days() {
        Set<LocalDate> days = new HashSet<>();
        keys.forEach(key -> days.add(key.homeDay()));
        return days;
    }

    /** Notes how many of them are new; called once, before anybody is answered. */
    public void stored(int count) {
        stored = count;
    }

    public int storedCount() {
        return stored;
    }

    /** The database can not hold one of the values. */
    public void unfit() {
        unfit = true;
    }

    public boolean isUnfit() {
        return unfit;
    }
}
