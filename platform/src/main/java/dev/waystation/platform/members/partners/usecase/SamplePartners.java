package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.partners.SeedPartners;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Two made-up partners: a bank that pays by the month and a mobile operator that buys packs. */
@Service
class SamplePartners implements SeedPartners {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long UNITS = 5_000;

    private final KeepPartners partners;
    private final ReceiveFile receive;
    private final CarryOutConversions carryOut;
    private final SettleMonth settle;
    private final DraftContract drafts;
    private final Clock clock;

    SamplePartners(
            KeepPartners partners,
            ReceiveFile receive,
            CarryOutConversions carryOut,
            SettleMonth settle,
            DraftContract drafts,
            Clock clock) {
        this.partners = partners;
        this.receive = receive;
        this.carryOut = carryOut;
        this.settle = settle;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> members) {
        LocalDate today = LocalDate.now(clock);
        add("demo-bank", Partner.Kind.BANK, new Said("示例银行（演示）", "Sample Bank (demo)"));
        add("demo-mobile", Partner.Kind.TELECOM, new Said("示例通信（演示）", "Sample Mobile (demo)"));
        LocalDate since = today.minusYears(1).withDayOfYear(1);
        LocalDate next = today.plusMonths(1).withDayOfMonth(1);
        partners.publish(contract("demo-bank", 1, since, Contract.Billing.POSTPAID, 10));
        partners.publish(contract("demo-mobile", 1, since, Contract.Billing.PREPAID, 10));
        partners.publish(contract("demo-bank", 2, next, Contract.Billing.POSTPAID, 8));
        drafts.keep(contract("demo-mobile", 2, next, Contract.Billing.PREPAID, 12));
        partners.pack(partner("demo-mobile"), today.minusMonths(2), 2_000, 2_000);
        partners.pack(partner("demo-mobile"), today.minusMonths(1), 10_000, 10_000);
        LocalDate yesterday = today.minusDays(1);
        LocalDate lastMonth = yesterday.withDayOfMonth(1).minusDays(10);
        file("demo-bank", members, lastMonth);
        for (String code : List.of("demo-bank", "demo-mobile")) {
            file(code, members, yesterday);
        }
        carryOut.run();
        month("demo-bank", members, lastMonth, UNITS, today);
        settle.lock("demo-bank", lastMonth, "demo");
        month("demo-bank", members, yesterday, UNITS + 500, today);
    }

    private void add(String code, Partner.Kind kind, Said name) {
        partners.add(
                new Partner(0, code, kind, name, Partner.Link.SANDBOX, null, null, true), null);
    }

    private Contract contract(
            String code, int version, LocalDate from, Contract.Billing billing, long inUnits) {
        return new Contract(
                partner(code).id(),
                version,
                from,
                inUnits,
                1,
                8,
                1,
                1_000,
                8_000,
                version == 1 ? 300 : 500,
                Contract.BreakageTo.PARTNER,
                billing,
                500_000,
                1_000,
                ZONE,
                Contract.Rounds.DOWN,
                100,
                0,
                "demo",
                clock.instant());
    }

    private void file(String code, List<Long> members, LocalDate day) {
        StringBuilder csv = new StringBuilder("event_id,member,units,occurred_at\n");
        for (int i = 0; i < members.size(); i++) {
            csv.append(event(code, day, i))
                    .append(',')
                    .append(PublicId.encode("mbr", members.get(i)))
                    .append(",%d,%sT08:00:00%n".formatted(UNITS, day));
        }
        csv.append(event(code, day, members.size()))
                .append(",unknown,700,")
                .append(day)
                .append("T08:00:00\n");
        receive.handle(
                new ReceiveFile.Command(
                        code,
                        code + "-" + day + ".csv",
                        csv.toString(),
                        members.size() + 1,
                        UNITS * members.size() + 700,
                        "demo"));
    }

    /**
     * Counts a month; the partner has paid what we count.
     *
     * @param first what the partner itself has for its first event
     */
    private void month(
            String code, List<Long> members, LocalDate day, long first, LocalDate today) {
        Map<String, Long> theirs = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            theirs.put(event(code, day, i), i == 0 ? first : UNITS);
        }
        settle.claim(code, day, theirs);
        if (settle.run(code, day) instanceof SettleMonth.Outcome.Done(Statement statement)) {
            settle.pay(
                    code,
                    day,
                    new Statement.Payment("demo-transfer-" + day, statement.net(), today, "demo"));
        }
    }

    private Partner partner(String code) {
        return partners.find(code).orElseThrow().partner();
    }

    private static String event(String code, LocalDate day, int number) {
        return "%s-%s-%d".formatted(code, day, number + 1);
    }
}
