package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.messaging.VendorNews;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.store.AllowanceRows;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.LineRows.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of receivers, and tells the outbox of the messages behind them. */
@Component
class SettleLines {

    private final LineRows lines;
    private final AllowanceRows allowances;
    private final VendorNews news;

    SettleLines(LineRows lines, AllowanceRows allowances, VendorNews news) {
        this.lines = lines;
        this.allowances = allowances;
        this.news = news;
    }

    /** Results as WeCom tells them; what is known already stays. */
    @Transactional
    public void told(Part part, List<StaffCalls.Result> results, Instant now) {
        results.stream()
                .filter(each -> !each.result().equals("waiting"))
                .collect(Collectors.groupingBy(StaffCalls.Result::result))
                .forEach((result, same) -> {
                    Instant at =
                            same.stream()
                                    .map(StaffCalls.Result::at)
                                    .filter(Instant.EPOCH::isBefore)
                                    .max(Instant::compareTo)
                                    .orElse(now);
                    List<String> receivers =
                            same.stream().map(StaffCalls.Result::receiver).toList();
                    tell(lines.settle(part.id(), receivers, result, at), result, at);
                });
    }

    /** Nothing will be sent to those who still wait; what they had reserved is theirs again. */
    @Transactional
    public void neverSent(Part part, Instant now) {
        notSent(part, lines.receivers(part.id()), now);
    }

    /** The same of some of them. */
    @Transactional
    public void notSent(Part part, Collection<String> receivers, Instant now) {
        List<Line> ended = lines.settle(part.id(), receivers, "not_sent", now);
        tell(ended, "not_sent", now);
        ended.stream()
                .collect(Collectors.groupingBy(Line::reservedOn))
                .forEach((day, same) -> giveBack(part, day, same));
    }

    private void giveBack(Part part, LocalDate day, List<Line> same) {
        var limit = part.kind().limit(day, 0);
        allowances.giveBack(
                part.account(),
                limit.kind(),
                limit.period(),
                same.stream().map(Line::receiver).toList());
    }

    private void tell(List<Line> settled, String result, Instant at) {
        String status = result.equals("sent") ? "delivered" : "failed";
        news.told(
                settled.stream()
                        .map(Line::reference)
                        .filter(UUID.class::isInstance)
                        .map(reference ->
                                new VendorNews.Told(
                                        GatherForStaff.vendorReference(UUID.class.cast(reference)),
                                        status,
                                        at))
                        .toList());
    }
}
