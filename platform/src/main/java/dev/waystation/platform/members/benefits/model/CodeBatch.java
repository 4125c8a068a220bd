package dev.waystation.platform.members.benefits.model;

import org.jspecify.annotations.Nullable;

/**
 * A batch of codes and how far it is.
 *
 * @param chunks how many chunks of the mint were used so far
 * @param replaced codes that hit an existing one and were made anew
 * @param sealedSeed null once it was destroyed: then nobody can make the codes again
 * @param maxUses how often each code can be used; null for as often as the campaign allows
 * @param valueMinor what each code is worth, for codes that carry value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only opened
public record CodeBatch(
        long id,
        long campaignId,
        CodePattern pattern,
        long wanted,
        long made,
        long chunks,
        long replaced,
        byte @Nullable [] sealedSeed,
        @Nullable Integer maxUses,
        @Nullable Long valueMinor,
        boolean exported) {

    public long missing() {
        return wanted - made;
    }
}
