package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CampaignFigures;
import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.store.CampaignFigureReads;
import dev.waystation.platform.members.benefits.store.CodeBatchStore;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Campaigns with their figures. */
@Service
public class ShowCampaigns {

    private final CouponCampaignStore campaigns;
    private final CodeBatchStore batches;
    private final CampaignFigureReads figures;

    ShowCampaigns(
            CouponCampaignStore campaigns, CodeBatchStore batches, CampaignFigureReads figures) {
        this.campaigns = campaigns;
        this.batches = batches;
        this.figures = figures;
    }

    public record Row(Campaign campaign, CampaignFigures figures) {}

    public record Detail(Row row, List<CodeBatch> batches) {}

    public List<Row> list(@Nullable String state, long before, int limit) {
        List<Campaign> found = campaigns.list(state, before, limit);
        Map<Long, CampaignFigures> known = figures.of(found.stream().map(Campaign::id).toList());
        return found.stream()
                .map(each -> new Row(each, Objects.requireNonNull(known.get(each.id()))))
                .toList();
    }

    public Optional<Detail> find(long id) {
        return campaigns
                .find(id)
                .map(each ->
                        new Detail(
                                new Row(
                                        each,
                                        Objects.requireNonNull(figures.of(List.of(id)).get(id))),
                                batches.ofCampaign(id)));
    }
}
