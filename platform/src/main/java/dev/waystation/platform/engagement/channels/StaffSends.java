package dev.waystation.platform.engagement.channels;

import dev.waystation.platform.engagement.messaging.ChannelAdapter.Letter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;

/** Whoever turns messages over WeCom into tasks, for there a person sends and not a machine. */
public interface StaffSends {

    /**
     * Takes one message into a task of a member of staff; with the same reference again it is the
     * same message. Accepted means that it waits for a person: results are told as news later.
     */
    Receipt gather(String account, Letter letter);
}
