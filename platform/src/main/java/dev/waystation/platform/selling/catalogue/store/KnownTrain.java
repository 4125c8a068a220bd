package dev.waystation.platform.selling.catalogue.store;

/**
 * What the catalogue already holds of a train.
 *
 * @param digest of the whole train
 * @param patternDigest of its calls
 * @param wayDigest of its stations in order
 */
public record KnownTrain(
        long trainId,
        String key,
        String digest,
        long patternId,
        String patternDigest,
        String wayDigest) {}
