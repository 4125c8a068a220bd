package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;

/** The door for models: tags that nobody but a model sets, many members at once. */
public interface ModelTags {

    /** The group of such tags; people can neither make tags in it nor set one. */
    String GROUP = "model";

    /** What a model says of a member: one of the tag's words, and why. */
    record Verdict(long memberId, String word, Explanation why) {}

    /** Puts a tag with these words in place; one that is there stays as it is. */
    void define(String code, Said name, Map<String, Said> words);

    /**
     * Makes the tag say this of all members after a number and up to another, in the transaction of
     * the caller: who is not named loses it, whose word changes begins a new stretch, whose word
     * stays gets the new reasons. The statements are as many for one member as for a thousand, but
     * for segments that somebody enters or leaves.
     *
     * @param by the model and its version, kept as the cause of each stretch
     * @return of how many the word changed
     */
    int put(String code, String by, long after, long upTo, List<Verdict> verdicts);
}
