package dev.waystation.platform.engagement.links;

/** The door for texts whose links are to be counted without anybody shortening them by hand. */
public interface CountedLinks {

    /**
     * The address of the short link of a campaign that leads to a target; the same one every time.
     * What is a short link of ours already stays.
     */
    String of(String campaign, String title, String target);
}
