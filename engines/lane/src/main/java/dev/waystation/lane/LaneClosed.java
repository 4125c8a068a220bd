package dev.waystation.lane;

/** The lane takes no more commands; nothing was decided. */
public final class LaneClosed extends RuntimeException {

    LaneClosed(String lane) {
        super("Lane " + lane + " is closed");
    }
}
