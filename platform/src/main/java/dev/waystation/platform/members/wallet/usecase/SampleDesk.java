package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.SeedDesk;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.Adjustment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What waits at the desks of the sample world; asked for by the use cases, as people would. */
@Service
class SampleDesk implements SeedDesk {

    private static final List<String> EVIDENCE =
            List.of(
                    "当天乘坐 G1002 次，车票已在电子客票里，积分一直没有到账",
                    "孩子的车票用我的账号买的，人也去了，麻烦补登",
                    "窗口买的票，乘车后第六天还没有积分",
                    "改签后的那一程没有积分，原车次已退");

    private final ClaimPoints claims;
    private final AdjustPoints adjust;
    private final CareForCard cards;
    private final StoredValue value;
    private final Clock clock;

    SampleDesk(
            ClaimPoints claims,
            AdjustPoints adjust,
            CareForCard cards,
            StoredValue value,
            Clock clock) {
        this.claims = claims;
        this.adjust = adjust;
        this.cards = cards;
        this.value = value;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> members) {
        for (int i = 0; i < Math.min(EVIDENCE.size(), members.size()); i++) {
            claims.handle(
                    new ClaimPoints.Command(
                            members.get(i),
                            "E%09d".formatted(310_000_000 + i * 7_919),
                            LocalDate.now(clock).minusDays(6 + i * 9L),
                            EVIDENCE.get(i)));
        }
        for (int i = 4; i < Math.min(7, members.size()); i++) {
            adjust.ask(
                    new AdjustPoints.Command(
                            named("adjustment", i),
                            members.get(i),
                            Points.POINTS,
                            Adjustment.Kind.CREDIT,
                            20_000L + 5_000L * i,
                            "列车晚点 " + (i - 2) + " 小时的补偿，客服工单已核实",
                            "system",
                            Set.of("ticket_window")));
        }
        for (int i = 7; i < Math.min(10, members.size()); i++) {
            open(members.get(i), i);
        }
    }

    private void open(long member, int number) {
        String medium = "PARK-%06d".formatted(100_000 + number);
        if (cards.open(new CareForCard.Opening(member, "cn", medium, "system"))
                instanceof CareForCard.Outcome.Done done) {
            value.topUp(
                    new StoredValue.Load(
                            named("load", number),
                            done.cardId(),
                            100_000,
                            20_000,
                            false,
                            "CASH",
                            "system"));
        }
    }

    private static UUID named(String what, int number) {
        return UUID.nameUUIDFromBytes(
                ("sample " + what + " " + number).getBytes(StandardCharsets.UTF_8));
    }
}
