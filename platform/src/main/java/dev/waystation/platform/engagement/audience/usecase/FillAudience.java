package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.engagement.audience.store.SeedStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bulk work by sets of rows: no facts, because nobody just entered anything. */
@Service
class FillAudience implements SeedAudience {

    private record Due(long memberId, @org.jspecify.annotations.Nullable LocalDate dueOn) {}

    private static final int CHUNK = 4_000;
    private static final String CAUSE = "seed";

    private final SeedStore seeds;
    private final RecountStore recount;
    private final Rules rules;
    private final InstallReadyMade ready;
    private final LoadMembers members;
    private final Clock clock;

    FillAudience(
            SeedStore seeds,
            RecountStore recount,
            Rules rules,
            InstallReadyMade ready,
            LoadMembers members,
            Clock clock) {
        this.seeds = seeds;
        this.recount = recount;
        this.rules = rules;
        this.ready = ready;
        this.members = members;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void load(Stream<Traits> rows, Stream<Deed> deeds) {
        chunks(rows.iterator(), seeds::traits);
        chunks(deeds.iterator(), seeds::deeds);
        LocalDate today = members.today();
        seeds.totals(today);
        refill(today, clock.instant());
    }

    @Override
    @Transactional
    public void readyMade() {
        ready.install();
        refill(members.today(), clock.instant());
    }

    private void refill(LocalDate today, Instant at) {
        Rules.InForce inForce = rules.hold();
        for (Rule<String> tag : inForce.tags()) {
            SqlFace.Where where = where(tag.condition(), inForce.catalogue());
            recount.fillTag(tag.key(), where, today, at, CAUSE);
        }
        recount.mirrorTags();
        for (Rule<Long> segment : inForce.segments()) {
            SqlFace.Where where = where(segment.condition(), inForce.catalogue());
            recount.fillSegment(segment.key(), where, today, at, CAUSE);
        }
        lookAgainWhenDue(inForce);
        members.forgetSets();
    }

    private void lookAgainWhenDue(Rules.InForce inForce) {
        long after = Long.MIN_VALUE;
        List<MemberView> page;
        do {
            page = members.page(after, CHUNK);
            List<Due> due = new ArrayList<>();
            for (MemberView member : page) {
                after = member.traits().memberId();
                due.add(new Due(after, RefreshMembers.due(member, inForce)));
            }
            seeds.due(due);
        } while (page.size() == CHUNK);
    }

    private static SqlFace.Where where(Condition condition, Attributes catalogue) {
        if (SqlFace.compile(condition, catalogue, Vocabulary.SQL)
                instanceof Face.Carried<SqlFace.Where>(SqlFace.Where where)) {
            return where;
        }
        throw new IllegalStateException("a rule in force is not carried by SQL: " + condition);
    }

    private static <T> void chunks(Iterator<T> rows, Consumer<List<T>> write) {
        List<T> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext()) {
            chunk.add(rows.next());
            if (chunk.size() == CHUNK || !rows.hasNext()) {
                write.accept(chunk);
                chunk.clear();
            }
        }
    }
}
