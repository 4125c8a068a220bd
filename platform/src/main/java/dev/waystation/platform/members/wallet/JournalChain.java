package dev.waystation.platform.members.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The chain of digests over the journal. Links are added in the background, so an entry is covered
 * within a minute; from then on nobody can alter, remove or add a row of it without being found,
 * whatever rights they have in the database. Who rewrites the chain as well is found by anybody who
 * kept an earlier {@link Head}.
 */
public interface JournalChain {

    /** The newest link; empty before the first. */
    Optional<Head> head();

    /** Entries that no link covers yet. */
    long waiting();

    /**
     * Recounts every digest from the rows and tells what does not fit.
     *
     * @param kept a head somebody kept outside; null when nobody did
     * @param links hears how many links were looked at
     */
    Verdict verify(@Nullable Kept kept, LongConsumer links);

    /** The newest link with all that it stands for. */
    record Head(long number, String digest, long entries, Instant at) {}

    /** What somebody wrote down of an earlier head. */
    record Kept(long number, String digest) {}

    /** The first hundred faults are told one by one. */
    record Verdict(long links, long entries, List<Fault> faults) {
        public Verdict {
            faults = List.copyOf(faults);
        }
    }

    /** What does not fit, as exactly as the chain knows it. */
    sealed interface Fault {

        /** Rows of these entries were altered, added or removed. */
        record EntriesAltered(long link, long memberId, String currency, long firstNo, long lastNo)
                implements Fault {}

        /** A link was altered, or one before it was put in or taken out. */
        record LinkAltered(long link) implements Fault {}

        /** An account's entries are not covered one after another. */
        record RangeMissing(long memberId, String currency, long fromNo) implements Fault {}

        /** The link somebody kept is another one today, or gone. */
        record DiffersFromKept(long link) implements Fault {}
    }
}
