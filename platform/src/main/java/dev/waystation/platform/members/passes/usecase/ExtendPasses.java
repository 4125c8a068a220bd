package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.members.passes.model.Closure;
import dev.waystation.platform.members.passes.model.Pass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Gives the days of a closure back, some hundred passes in a transaction. A pass is extended once
 * per closure whatever happens, so the job may start again from the beginning.
 */
@Component
class ExtendPasses implements JobWork {

    static final String KIND = "passes.extend";
    private static final int CHUNK = 200;

    private final PassBooks books;
    private final RestPass rest;
    private final TransactionTemplate transaction;

    ExtendPasses(PassBooks books, RestPass rest, PlatformTransactionManager transactions) {
        this.books = books;
        this.rest = rest;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the job did; {@code extended} leaves out those that lost nothing. */
    record Result(long looked, long extended) {}

    private record Chunk(int looked, int extended, long last) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public @Nullable Object run(JsonNode parameters, JobProgress progress) {
        Closure closure =
                books.pauses().closure(parameters.get("closureId").asLong()).orElseThrow();
        long looked = 0;
        long extended = 0;
        long after = 0;
        while (!progress.cancelled()) {
            long from = after;
            Chunk chunk = transaction.execute(_ -> chunk(closure, from));
            if (chunk == null || chunk.looked() == 0) {
                return new Result(looked, extended);
            }
            looked += chunk.looked();
            extended += chunk.extended();
            after = chunk.last();
            progress.done(looked);
        }
        progress.partial();
        return new Result(looked, extended);
    }

    private Chunk chunk(Closure closure, long after) {
        List<Pass> passes = books.passes().touched(closure.site(), closure.days(), after, CHUNK);
        int extended = 0;
        for (Pass pass : passes) {
            extended += rest.rest(pass, closure) ? 1 : 0;
        }
        return new Chunk(passes.size(), extended, passes.isEmpty() ? after : passes.getLast().id());
    }
}
