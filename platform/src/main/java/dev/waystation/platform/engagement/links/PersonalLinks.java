package dev.waystation.platform.engagement.links;

/**
 * The door for whoever writes to a member: short links of ours in a text say from then on in which
 * message they stood, so that a click needs no cookie to be counted for its reader.
 */
public interface PersonalLinks {

    /** The text with a token behind every short link; any other address stays as it is. */
    String personal(String text, long memberId, long messageId);
}
