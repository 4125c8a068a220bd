package dev.waystation.platform.members.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.ExchangeFile;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.usecase.AskConversion;
import dev.waystation.platform.members.partners.usecase.CarryOutConversions;
import dev.waystation.platform.members.partners.usecase.FindConversions;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import dev.waystation.platform.members.partners.usecase.ReceiveFile;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh partner for every test and what one does with it. */
@PlatformIT
abstract class PartnerDesk {

    private static final AtomicInteger NEXT = new AtomicInteger();
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    @Autowired KeepPartners partners;
    @Autowired AskConversion ask;
    @Autowired CarryOutConversions carryOut;
    @Autowired FindConversions find;
    @Autowired ReceiveFile receive;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    final String code = "test-" + NEXT.incrementAndGet();

    Partner partner() {
        return partners.find(code).orElseThrow().partner();
    }

    /** Ten of theirs make one point and 8 points make one of theirs; nothing is kept. */
    Partner prepaid(long... packs) {
        Partner partner = added(Partner.Link.SANDBOX, null, null);
        publish(1, LONG_AGO, Contract.Billing.PREPAID, 0);
        LocalDate day = LONG_AGO;
        for (long pack : packs) {
            partners.pack(partner, day, pack, pack);
            day = day.plusDays(1);
        }
        return partner;
    }

    Partner postpaid(long cap) {
        Partner partner = added(Partner.Link.SANDBOX, null, null);
        publish(1, LONG_AGO, Contract.Billing.POSTPAID, cap);
        return partner;
    }

    Partner added(Partner.Link link, @Nullable String endpoint, @Nullable String secret) {
        assertThat(
                        partners.add(
                                new Partner(
                                        0,
                                        code,
                                        Partner.Kind.BANK,
                                        new Said("测试银行", "Test bank"),
                                        link,
                                        endpoint,
                                        7L,
                                        true),
                                secret))
                .isEmpty();
        return partner();
    }

    void publish(int version, LocalDate from, Contract.Billing billing, long cap) {
        assertThat(partners.publish(contract(version, from, billing, cap))).isEmpty();
    }

    /** A thousand points cost 10 yuan, 30% of it at once. */
    Contract contract(int version, LocalDate from, Contract.Billing billing, long cap) {
        return new Contract(
                partner().id(),
                version,
                from,
                10,
                1,
                8,
                1,
                1_000,
                8_000,
                300,
                Contract.BreakageTo.PARTNER,
                billing,
                cap,
                100,
                ZONE,
                Contract.Rounds.DOWN,
                8,
                0,
                "test",
                clock.instant());
    }

    AskConversion.Outcome in(String event, @Nullable Long member, long units) {
        return ask.handle(
                new AskConversion.Command(
                        code,
                        Direction.IN,
                        event,
                        member,
                        null,
                        units,
                        Conversion.Channel.API,
                        clock.instant()));
    }

    AskConversion.Outcome byMember(
            Direction way, String event, long member, String account, long amount) {
        return ask.handle(
                new AskConversion.Command(
                        code,
                        way,
                        event,
                        member,
                        account,
                        amount,
                        Conversion.Channel.MEMBER,
                        clock.instant()));
    }

    Conversion event(String event) {
        return find.event(partner(), event).orElseThrow();
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    long member() {
        return members.register(People.born(LocalDate.of(1991, 4, 4))).value();
    }

    static String id(long member) {
        return PublicId.encode("mbr", member);
    }

    void give(long member, long amount) {
        points.post(
                new PointsCommand.Credit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        amount,
                        LocalDate.now(clock).plusDays(90),
                        Explanation.of(new Said("测试", "test")),
                        "travel"));
    }

    Balance balance(long member) {
        return points.balance(member, Points.POINTS);
    }

    ReceiveFile.Outcome file(List<String> lines, long units) {
        String content = "event_id,member,units,occurred_at\n" + String.join("\n", lines) + "\n";
        return receive.handle(
                new ReceiveFile.Command(code, "day.csv", content, lines.size(), units, "test"));
    }

    static List<String> answers(ReceiveFile.Outcome outcome) {
        assertThat(outcome).isInstanceOf(ReceiveFile.Outcome.Answered.class);
        return ((ReceiveFile.Outcome.Answered) outcome)
                .file().answers().stream().map(ExchangeFile.Line::answer).toList();
    }

    static PartnerRefusal refusal(AskConversion.Outcome outcome) {
        assertThat(outcome).isInstanceOf(AskConversion.Outcome.Refused.class);
        return ((AskConversion.Outcome.Refused) outcome).code();
    }
}
