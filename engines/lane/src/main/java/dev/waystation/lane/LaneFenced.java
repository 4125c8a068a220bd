package dev.waystation.lane;

/** Another writer owns the next sequence of the stream; the tail has to be read again. */
public final class LaneFenced extends RuntimeException {

    public LaneFenced(String message, Throwable cause) {
        super(message, cause);
    }
}
