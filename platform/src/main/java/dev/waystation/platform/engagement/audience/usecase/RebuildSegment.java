package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.facts.SegmentBuildFailed;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Builds the next condition of a segment page by page, each page with its mark in one transaction,
 * so that a build that was cut off goes on where it stood. Until the last page the segment serves
 * the version before; a build that fails says so and leaves it that way.
 */
@Component
class RebuildSegment implements JobWork {

    static final String KIND = "audience.rebuild";

    /** Which build. */
    record Parameters(long segmentId, int version) {}

    private final BuildPages pages;
    private final BuildStore builds;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RebuildSegment(
            BuildPages pages,
            BuildStore builds,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.pages = pages;
        this.builds = builds;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

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
        long segment = parameters.path("segmentId").asLong();
        int version = parameters.path("version").asInt();
        try {
            long after = progress.mark().map(JsonNode::asLong).orElse(Long.MIN_VALUE);
            long done = 0;
            while (after != Long.MAX_VALUE) {
                if (progress.cancelled()) {
                    throw new IllegalStateException("Somebody stopped the build");
                }
                long from = after;
                long before = done;
                BuildPages.Page page =
                        transaction.execute(_ -> {
                            BuildPages.Page built = pages.build(segment, from);
                            progress.mark(built.last(), before + built.count());
                            return built;
                        });
                after = page.last();
                done += page.count();
            }
            return transaction.execute(_ -> pages.putInForce(segment, version));
        } catch (RuntimeException broken) {
            transaction.executeWithoutResult(_ -> failed(segment, version, broken));
            throw broken;
        }
    }

    private void failed(long segment, int version, RuntimeException broken) {
        String why = String.valueOf(broken.getMessage());
        builds.fail(segment, version, why, clock.instant());
        facts.append(new SegmentBuildFailed(segment, version, why, clock.instant()));
    }
}
