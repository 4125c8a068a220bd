package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.VendorNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** The same two doors that staff have, for adapters. */
@Component
class HearVendors implements VendorNews {

    private final ApplyReceipts receipts;
    private final HearAnswers answers;

    HearVendors(ApplyReceipts receipts, HearAnswers answers) {
        this.receipts = receipts;
        this.answers = answers;
    }

    @Override
    public int told(List<Told> news) {
        return receipts.handle(
                news.stream()
                        .map(each ->
                                new ApplyReceipts.Receipt(
                                        each.vendorReference(), each.status(), each.at()))
                        .toList());
    }

    @Override
    public void answered(String channel, String from, String text) {
        answers.handle(new HearAnswers.Command(channel, from, text));
    }
}
