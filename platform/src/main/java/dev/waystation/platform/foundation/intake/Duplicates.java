package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Finds rows of one file that mean the same thing; the first one counts. */
final class Duplicates {

    private final Intake intake;
    private final SeenKeys seen = new SeenKeys();
    private final MessageDigest digest;

    Duplicates(Intake intake) {
        this.intake = intake;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** What is wrong with a row that repeats an earlier one; remembers it otherwise. */
    Optional<Verdict> of(IntakeRow row) {
        int first = row.line();
        for (String key : intake.keys(row)) {
            first = Math.min(first, seen.firstLine(digest(key), row.line()));
        }
        return first == row.line()
                ? Optional.empty()
                : Optional.of(
                        Verdict.rejected(
                                "",
                                new Said(
                                        "与第 " + first + " 行重复，只保留前一行",
                                        "The same as line " + first + "; the first one counts")));
    }

    private long digest(String key) {
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
