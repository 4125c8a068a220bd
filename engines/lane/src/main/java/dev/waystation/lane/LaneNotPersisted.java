package dev.waystation.lane;

/**
 * The batch could not be made durable, or nobody knows whether it was. The caller repeats the
 * command with the same reference: the desk recognises one that did get through.
 */
public final class LaneNotPersisted extends RuntimeException {

    LaneNotPersisted(String lane, int commands, Throwable cause) {
        super(
                "Lane %s could not persist a batch of %d commands. Maybe retry with the same reference"
                        .formatted(lane, commands),
                cause);
    }
}
