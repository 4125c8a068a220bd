package dev.waystation.platform.members.wallet.web;

import dev.waystation.ledger.EntryKind;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of entries as people read and ask for them. */
final class Kinds {

    private Kinds() {}

    static Said label(String kind) {
        return switch (EntryKind.valueOf(kind)) {
            case CREDIT -> new Said("积分入账", "Points credited");
            case SPEND -> new Said("积分使用", "Points spent");
            case HOLD -> new Said("积分冻结", "Points held");
            case CAPTURE -> new Said("冻结积分扣除", "Held points spent");
            case RELEASE -> new Said("冻结积分解冻", "Held points released");
            case EXPIRY -> new Said("积分到期", "Points expired");
            case RETURN -> new Said("积分退回", "Points given back");
            case REVERSAL -> new Said("积分收回", "Points taken back");
            case RESTORATION -> new Said("收回撤销", "Taking back undone");
            case PROMISE -> new Said("待入账", "Points pending");
            case ACTIVATION -> new Said("待入账转入", "Pending points credited");
            case CANCELLATION -> new Said("待入账取消", "Pending points cancelled");
            case DEDUCTION -> new Said("人工扣减", "Points deducted");
            case WRITE_OFF -> new Said("欠分核销", "Debt written off");
            case MOVE -> new Said("有效期调整", "Last day moved");
            case REINSTATEMENT -> new Said("到期积分恢复", "Expired points put back");
            case TRANSFER_OUT -> new Said("积分转出", "Points transferred");
            case TRANSFER_IN -> new Said("积分转入", "Points received");
        };
    }

    /** {@code credit,spend} as the journal writes it. */
    static List<String> asked(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> known = Arrays.stream(EntryKind.values()).map(Enum::name).toList();
        List<String> asked =
                Arrays.stream(text.toUpperCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList();
        Malformed.require(
                known.containsAll(asked),
                "kind",
                text,
                "give one or more of " + String.join(",", known).toLowerCase(Locale.ROOT));
        return asked;
    }
}
