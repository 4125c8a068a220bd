package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.model.TransferRule;
import dev.waystation.platform.members.wallet.usecase.SetTransferRule;
import dev.waystation.platform.members.wallet.usecase.TransferPoints;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sending points to another member. */
@RestController
class TransferPages {

    record TransferRequest(String to, long amount) {}

    record TransferView(long amount, long fee, boolean repeated) {}

    private final TransferPoints transfer;
    private final SetTransferRule set;

    TransferPages(TransferPoints transfer, SetTransferRule set) {
        this.transfer = transfer;
        this.set = set;
    }

    @GetMapping("/v1/transfer-rule")
    @Permission({Permission.MEMBER, "points.read"})
    TransferRule rule() {
        return transfer.rule();
    }

    @PutMapping("/v1/transfer-rule")
    @Permission("points.approve")
    TransferRule set(@RequestBody TransferRule body) {
        Malformed.require(body.least() > 0, "least", body.least(), "give at least 1 point");
        Malformed.require(
                body.mostAYear() >= body.least(),
                "mostAYear",
                body.mostAYear(),
                "give at least the least amount");
        Malformed.require(
                body.coolingDays() >= 0, "coolingDays", body.coolingDays(), "give 0 or more days");
        Malformed.require(
                body.feePermille() >= 0 && body.feePermille() <= 1_000,
                "feePermille",
                body.feePermille(),
                "give 0 to 1000 thousandths");
        return set.handle(body);
    }

    @PostMapping("/v1/me/transfers")
    @Permission(Permission.MEMBER)
    TransferView send(Caller caller, @RequestBody TransferRequest body) {
        return switch (transfer.handle(
                new TransferPoints.Command(
                        IdempotencyReference.current(),
                        PoolPages.own(caller),
                        PublicId.decode("mbr", body.to()),
                        body.amount()))) {
            case TransferPoints.Outcome.Sent(long amount, long fee, boolean repeated) ->
                    new TransferView(amount, fee, repeated);
            case TransferPoints.Outcome.Refused(var code, long possible, TransferRule rule) ->
                    throw Refusal.of(
                            code,
                            HttpStatus.CONFLICT,
                            Map.of(
                                    "possible",
                                    possible,
                                    "least",
                                    rule.least(),
                                    "days",
                                    rule.coolingDays()));
        };
    }
}
