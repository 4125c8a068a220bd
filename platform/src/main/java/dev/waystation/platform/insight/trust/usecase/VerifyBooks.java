package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.members.wallet.JournalChain;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recounts both chains from their rows: the trail of what people did, and the journal of points.
 */
@Service
public class VerifyBooks implements JobWork {

    public static final String KIND = "trust.verify-books";

    /** What somebody kept from an earlier time; nulls where nothing was kept. */
    public record Command(KeepTrail.@Nullable Kept trail, JournalChain.@Nullable Kept journal) {}

    /**
     * @param firstBroken the first entry that does not fit; null when the trail is whole
     */
    public record TrailResult(long entries, @Nullable Long firstBroken) {}

    /**
     * @param waiting entries too new to be covered by a link
     */
    public record JournalResult(long links, long entries, long waiting, List<FaultSaid> faults) {
        public JournalResult {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What does not fit, as a person would say it.
     *
     * @param member whose entries they are; null when it is a link
     */
    public record FaultSaid(@Nullable String member, Said what) {}

    /** What the recount found. */
    public record Result(boolean sound, TrailResult trail, JournalResult journal, String href) {}

    private final KeepTrail trail;
    private final JournalChain journal;
    private final JsonMapper json;

    VerifyBooks(KeepTrail trail, JournalChain journal, JsonMapper json) {
        this.trail = trail;
        this.journal = journal;
        this.json = json;
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
        progress.total(journal.head().map(JournalChain.Head::number).orElse(0L));
        return handle(json.treeToValue(parameters, Command.class), progress);
    }

    private Result handle(Command command, JobProgress progress) {
        KeepTrail.Check found = trail.check(command.trail());
        Long broken = found.firstBroken().isPresent() ? found.firstBroken().getAsLong() : null;
        JournalChain.Verdict verdict = journal.verify(command.journal(), progress::done);
        return new Result(
                broken == null && verdict.faults().isEmpty(),
                new TrailResult(found.entries(), broken),
                new JournalResult(
                        verdict.links(),
                        verdict.entries(),
                        journal.waiting(),
                        verdict.faults().stream().map(VerifyBooks::said).toList()),
                "/audit");
    }

    private static FaultSaid said(JournalChain.Fault fault) {
        return switch (fault) {
            case JournalChain.Fault.EntriesAltered altered ->
                    new FaultSaid(
                            PublicId.encode("mbr", altered.memberId()),
                            new Said(
                                    "%s 第 %d 至 %d 笔流水里有行被改动、删除或添加（第 %d 节）"
                                            .formatted(
                                                    altered.currency(),
                                                    altered.firstNo(),
                                                    altered.lastNo(),
                                                    altered.link()),
                                    "%s: a row of entries %d to %d was altered, removed or added (link %d)"
                                            .formatted(
                                                    altered.currency(),
                                                    altered.firstNo(),
                                                    altered.lastNo(),
                                                    altered.link())));
            case JournalChain.Fault.LinkAltered altered ->
                    new FaultSaid(
                            null,
                            new Said(
                                    "第 %d 节被改动，或它前面的一节不见了".formatted(altered.link()),
                                    "Link %d was altered, or the one before it is gone"
                                            .formatted(altered.link())));
            case JournalChain.Fault.RangeMissing missing ->
                    new FaultSaid(
                            PublicId.encode("mbr", missing.memberId()),
                            new Said(
                                    "%s 第 %d 笔流水起没有连上"
                                            .formatted(missing.currency(), missing.fromNo()),
                                    "%s: not chained from entry %d on"
                                            .formatted(missing.currency(), missing.fromNo())));
            case JournalChain.Fault.DiffersFromKept differs ->
                    new FaultSaid(
                            null,
                            new Said(
                                    "第 %d 节与保存的凭证不同：链被重写过".formatted(differs.link()),
                                    "Link %d differs from the kept receipt: the chain was written anew"
                                            .formatted(differs.link())));
        };
    }
}
