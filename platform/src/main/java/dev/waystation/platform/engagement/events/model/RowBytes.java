package dev.waystation.platform.engagement.events.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the database reads them from a binary copy: written by the threads of the requests, so
 * that the one writer only passes bytes on.
 */
public final class RowBytes {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = TimeUnit.DAYS.toSeconds(EPOCH_DAY);
    private static final byte JSONB_VERSION = 1;

    private byte[] bytes = new byte[4096];
    private int size;

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    RowBytes fields(int count) {
        ensure(2);
        bytes[size++] = (byte) (count >>> 8);
        bytes[size++] = (byte) count;
        return this;
    }

    RowBytes date(LocalDate day) {
        return length(4).put((int) (day.toEpochDay() - EPOCH_DAY));
    }

    RowBytes whole(int value) {
        return length(4).put(value);
    }

    RowBytes big(@Nullable Long value) {
        return value == null
                ? length(-1)
                : length(8).put((int) (value >>> 32)).put(value.intValue());
    }

    RowBytes instant(@Nullable Instant at) {
        if (at == null) {
            return length(-1);
        }
        long micros =
                (at.getEpochSecond() - EPOCH_SECOND) * 1_000_000L
                        + TimeUnit.NANOSECONDS.toMicros(at.getNano());
        return length(8).put((int) (micros >>> 32)).put((int) micros);
    }

    RowBytes text(@Nullable String text) {
        if (text == null) {
            return length(-1);
        }
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        return length(written.length).put(written);
    }

    RowBytes json(byte @Nullable [] json) {
        if (json == null) {
            return length(-1);
        }
        length(json.length + 1);
        ensure(1);
        bytes[size++] = JSONB_VERSION;
        return put(json);
    }

    private RowBytes length(int length) {
        return put(length);
    }

    private RowBytes put(int value) {
        ensure(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private RowBytes put(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
