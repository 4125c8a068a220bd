package dev.waystation.platform.members.passes.web;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.usecase.ReturnPass;
import dev.waystation.platform.members.passes.usecase.ShowPasses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Passes as JSON. */
final class PassViews {

    static final String PREFIX = "pas";
    static final String PRODUCT = "psp";

    private PassViews() {}

    record ProductView(
            String id,
            String code,
            Said name,
            long priceMinor,
            int pointsPerYuan,
            String activation,
            @Nullable LocalDate fixedFrom,
            int months,
            int renewDays,
            int graceDays,
            List<SiteView> sites,
            int usesPerDay,
            int gapMinutes,
            List<LocalDate> blackouts,
            boolean transferable,
            boolean extendsOnClosure,
            long replacementMinor,
            boolean open) {}

    record SiteView(String code, Said name) {}

    record UseView(String site, Instant at) {}

    /** {@code token} opens the gate and is empty where nothing would. */
    record PassView(
            String id,
            String memberId,
            ProductView product,
            String standing,
            String holder,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int daysLeft,
            int daysInAll,
            boolean renewable,
            long paidMinor,
            int media,
            @Nullable String blockedFor,
            List<UseView> uses,
            String token,
            Explanation why) {}

    record QuoteView(long cashMinor, long points, int left, int all, Explanation why) {}

    static ProductView product(PassProduct each, Map<String, Said> sites) {
        return new ProductView(
                PublicId.encode(PRODUCT, each.id()),
                each.code(),
                each.name(),
                each.priceMinor(),
                each.pointsPerYuan(),
                code(each.term().activation()),
                each.term().fixedFrom(),
                each.term().months(),
                each.term().renewDays(),
                each.term().graceDays(),
                each.entry().sites().stream()
                        .sorted()
                        .map(site -> new SiteView(site, sites.getOrDefault(site, Said.same(site))))
                        .toList(),
                each.entry().usesPerDay(),
                each.entry().gapMinutes(),
                each.entry().blackouts().stream().sorted().toList(),
                each.care().transferable(),
                each.care().extendsOnClosure(),
                each.care().replacementMinor(),
                each.open());
    }

    static PassView pass(ShowPasses.Seen each, Map<String, Said> sites) {
        Span span = each.pass().span();
        return new PassView(
                PublicId.encode(PREFIX, each.pass().id()),
                PublicId.encode("mbr", each.pass().memberId()),
                product(each.product(), sites),
                code(each.standing()),
                each.holder(),
                span == null ? null : span.from(),
                span == null ? null : span.until(),
                each.unused().left(),
                each.unused().all(),
                each.renewable(),
                each.pass().paidMinor(),
                each.pass().media(),
                each.pass().blockedFor(),
                each.uses().stream().map(use -> new UseView(use.site(), use.usedAt())).toList(),
                each.token(),
                each.why());
    }

    static QuoteView quote(ReturnPass.Quote quote) {
        return new QuoteView(
                quote.cashMinor(), quote.points(), quote.left(), quote.all(), quote.why());
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    static dev.waystation.platform.foundation.edge.RefusalProblem problem(
            PassRefusal code, Map<String, ?> values) {
        return Refusal.of(
                code,
                code == PassRefusal.PASS_NOT_FOUND || code == PassRefusal.PASS_PRODUCT_NOT_FOUND
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.CONFLICT,
                values);
    }
}
