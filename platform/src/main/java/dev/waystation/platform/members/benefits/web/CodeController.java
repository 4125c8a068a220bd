package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.model.CodePattern;
import dev.waystation.platform.members.benefits.usecase.ExportCodes;
import dev.waystation.platform.members.benefits.usecase.OrderCodes;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Batches of codes: made in the background, handed out in clear until their seed is destroyed. */
@RestController
class CodeController {

    /** How the codes look and what they are; a value makes them gift codes. */
    record CodeBatchOrder(
            String pattern,
            @Nullable String alphabet,
            long count,
            @Nullable Integer maxUses,
            @Nullable Long valueMinor) {}

    record BatchStarted(String batchId, JobView job) {}

    private final OrderCodes orders;
    private final ExportCodes export;

    CodeController(OrderCodes orders, ExportCodes export) {
        this.orders = orders;
        this.export = export;
    }

    @PostMapping("/v1/coupon-campaigns/{id}/code-batches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permission("coupons.write")
    BatchStarted order(@PathVariable String id, @RequestBody CodeBatchOrder body) {
        OrderCodes.Command command =
                new OrderCodes.Command(
                        PublicId.decode(CampaignViews.PREFIX, id),
                        new CodePattern(
                                body.pattern(),
                                body.alphabet() == null ? CodePattern.CLEAR : body.alphabet()),
                        body.count(),
                        body.maxUses() == null ? 1 : body.maxUses(),
                        body.valueMinor());
        return switch (orders.handle(command)) {
            case OrderCodes.Outcome.Started(long batch, JobView job) ->
                    new BatchStarted(PublicId.encode(CampaignViews.BATCH, batch), job);
            case OrderCodes.Outcome.Refused(CouponRefusal code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    @GetMapping(value = "/v1/code-batches/{id}/codes", produces = "text/csv")
    @Permission("coupons.export")
    ResponseEntity<StreamingResponseBody> codes(@PathVariable String id) {
        CodeBatch batch = batch(id);
        if (batch.sealedSeed() == null) {
            throw Refusal.of("CODES_WERE_EXPORTED", HttpStatus.CONFLICT);
        }
        if (batch.missing() > 0) {
            throw Refusal.of("CODES_ARE_STILL_BEING_MADE", HttpStatus.CONFLICT);
        }
        StreamingResponseBody body =
                stream -> {
                    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    export.write(batch, out);
                    out.flush();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"codes.csv\"")
                .body(body);
    }

    @PostMapping("/v1/code-batches/{id}:seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("coupons.export")
    void seal(@PathVariable String id) {
        if (!export.destroySeed(batch(id).id())) {
            throw Refusal.of("CODES_WERE_EXPORTED", HttpStatus.CONFLICT);
        }
    }

    private CodeBatch batch(String id) {
        return export.batch(PublicId.decode(CampaignViews.BATCH, id))
                .orElseThrow(() -> Refusal.of("BATCH_NOT_FOUND", HttpStatus.NOT_FOUND));
    }
}
