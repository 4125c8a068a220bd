package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.Row;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.model.Cause;
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

    private static final int CHUNK = 4_000;

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

    /** Tags member by member in memory, then segments by statements: they may ask tags. */
    private void refill(LocalDate today, Instant at) {
        Rules.InForce inForce = rules.hold();
        List<String> ruled = inForce.tags().stream().map(Rule::key).toList();
        long after = Long.MIN_VALUE;
        List<MemberView> page;
        do {
            page = members.page(after, CHUNK);
            List<MemberView> fresh = new ArrayList<>();
            for (MemberView member : page) {
                after = member.traits().memberId();
                MemberView tagged = member.withTags(tags(member, inForce, ruled));
                fresh.add(tagged.dueOn(RefreshMembers.due(tagged, inForce)));
            }
            recount.fillTags(fresh, ruled, at, Cause.BACKFILL);
            members.store(fresh);
        } while (page.size() == CHUNK);
        for (Rule<Long> segment : inForce.segments()) {
            SqlFace.Where where = where(segment.condition(), inForce.catalogue());
            recount.emptySegment(segment.key(), where, today, at, Cause.BACKFILL);
            recount.fillSegment(segment.key(), where, today, at, Cause.BACKFILL);
        }
        members.forgetSets();
    }

    /** Those set by hand stay; those with a rule follow it. */
    private static List<String> tags(MemberView member, Rules.InForce inForce, List<String> ruled) {
        List<String> now = new ArrayList<>(member.tags());
        now.removeAll(ruled);
        Row row = member.row(inForce.catalogue());
        for (Rule<String> rule : inForce.tags()) {
            if (rule.compiled().test(row)) {
                now.add(rule.key());
            }
        }
        return now;
    }

    private static SqlFace.Where where(Condition condition, Attributes catalogue) {
        if (SqlFace.compile(condition, catalogue, Vocabulary.sql(catalogue))
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
