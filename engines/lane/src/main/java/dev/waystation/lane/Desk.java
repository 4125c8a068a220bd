package dev.waystation.lane;

import java.util.List;

/**
 * The owner of one stream of decisions: its state lives in memory, its journal in a store. All
 * three methods are called by the lane's one writer only, never at the same time, so the state
 * needs no lock.
 *
 * <p>The journal's key is the fence. A desk appends its entries under the primary key {@code
 * (stream, sequence)}, with the sequence it holds in memory. A second writer on another node loses
 * on that key and throws {@link LaneFenced} from {@link #commit()}; the lane then lets it reload
 * and decides the same commands again. No lease, no election.
 *
 * @param <C> command
 * @param <R> answer
 */
public interface Desk<C, R> {

    /**
     * Reads in one go what deciding these commands needs and memory does not hold. Called before
     * the first decision of a batch, and again when a batch is decided anew. An exception fails the
     * whole batch.
     */
    default void prepare(List<C> commands) {}

    /**
     * Decides one command on the state in memory, changes that state, and remembers what has to be
     * made durable. A refusal is an ordinary answer. An exception means that the command could not
     * be decided at all: the lane rolls back, fails this command, and decides the others again.
     */
    R decide(C command);

    /**
     * Makes everything decided since the last commit durable, in one transaction. Returning means
     * that it is; only then does any caller hear an answer.
     *
     * @throws LaneFenced when another writer has appended to the stream; nothing was stored
     */
    void commit();

    /**
     * Forgets what was decided since the last commit and rebuilds the state from the journal. Must
     * read the store: a commit that failed may still have happened.
     */
    void rollback(Throwable cause);
}
