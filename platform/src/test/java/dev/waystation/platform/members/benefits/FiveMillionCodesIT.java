package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CodePattern;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.benefits.usecase.OrderCodes;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The largest batch: made behind the caller's back, with progress, every code another one. */
@PlatformIT
class FiveMillionCodesIT {

    private static final int CODES = 5_000_000;
    private static final CodePattern PATTERN =
            new CodePattern("M-####-####-####@", "ACDEFGHJKLMNPQRTUVWXY34");

    @Autowired DraftCampaign drafts;
    @Autowired OrderCodes orders;
    @Autowired Jobs jobs;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    private long batch;

    @AfterEach
    void leaveRoomForOthers() {
        jdbc.sql("delete from benefits.code where batch_id = :batch")
                .param("batch", batch)
                .update();
    }

    @Test
    @Capability("L61")
    void fiveMillionDifferentCodesAreMadeWithProgressAndAReport() throws InterruptedException {
        long campaign =
                new Campaigns(drafts, clock)
                        .amountOff(1_000, Campaign.Kind.POOLED, Campaigns.noLimits(), null);
        OrderCodes.Outcome.Started started =
                (OrderCodes.Outcome.Started)
                        orders.handle(new OrderCodes.Command(campaign, PATTERN, CODES, 1, null));
        batch = started.batchId();

        boolean seenUnderWay = false;
        JobView job = jobs.find(started.job().id()).orElseThrow();
        while (List.of("queued", "running").contains(job.state())) {
            seenUnderWay |= job.done() > 0 && job.done() < CODES && job.total() == CODES;
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            job = jobs.find(started.job().id()).orElseThrow();
        }

        assertThat(job.state()).as(job.error()).isEqualTo("done");
        assertThat(seenUnderWay).as("the caller went on and watched").isTrue();
        assertThat(String.valueOf(job.result())).contains("\"made\":" + CODES);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(distinct hash) from benefits.code
                                        where batch_id = :batch
                                        """)
                                .param("batch", batch)
                                .query(Long.class)
                                .single())
                .isEqualTo(CODES);
    }
}
