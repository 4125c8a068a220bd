package dev.waystation.platform.foundation.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/** Entity tags of things that people change: read the tag, send it back as {@code If-Match}. */
public final class Versions {

    private Versions() {}

    /** The value of the {@code ETag} header. */
    public static String tag(long version) {
        return "\"v" + version + '"';
    }

    /** For things without a number of their own: of all that an editor can change. */
    public static String tagOf(Object... parts) {
        String text = Arrays.deepToString(parts);
        return "\"v" + DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)) + '"';
    }

    /** Refuses a change that was made on another version than the present one. */
    public static void require(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw EdgeRefusal.VERSION_REQUIRED.problem();
        }
        requireIfGiven(ifMatch, tag(present));
    }

    /** The same where a change without a version is taken as it comes. */
    public static void requireIfGiven(@Nullable String ifMatch, String present) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        for (String tag : ifMatch.split(",")) {
            if (versionOf(tag.strip()).equals(present)) {
                return;
            }
        }
        throw changedMeanwhile();
    }

    /** A version, and behind it the content of the answer it came with. */
    static String withContent(@Nullable String version, String content) {
        return version == null
                ? '"' + content + '"'
                : version.substring(0, version.length() - 1) + '-' + content + '"';
    }

    private static String versionOf(String tag) {
        int content = tag.indexOf('-');
        return content < 0 ? tag : tag.substring(0, content) + '"';
    }

    /** For a change that lost against another one after the tag was checked. */
    public static RefusalProblem changedMeanwhile() {
        return EdgeRefusal.CHANGED_MEANWHILE.problem();
    }
}
