package dev.waystation.platform.members.passes.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Unused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what is to pay: the product's price, less what the unused days of an upgraded pass are
 * worth. Changes nothing.
 */
@Component
class DraftBill {

    private final PassBooks books;
    private final Members members;
    private final Clock clock;

    DraftBill(PassBooks books, Members members, Clock clock) {
        this.books = books;
        this.members = members;
        this.clock = clock;
    }

    /** What the draft says. */
    sealed interface Draft {
        /**
         * @param worth what the pass counts for when it is given back
         */
        record Priced(
                PassProduct product,
                @Nullable Pass from,
                @Nullable Long travellerId,
                long worth,
                long credit)
                implements Draft {}

        record Refused(PassRefusal code, Map<String, Object> values) implements Draft {}
    }

    Draft handle(OrderPass.Command command) {
        return switch (command.kind()) {
            case PURCHASE -> purchase(command);
            case RENEWAL -> own(command, this::renewal);
            case UPGRADE -> own(command, from -> upgrade(command, from));
            case REPLACEMENT ->
                    own(
                            command,
                            from -> {
                                PassProduct product = books.productOf(from);
                                return new Draft.Priced(
                                        product,
                                        from,
                                        from.travellerId(),
                                        product.care().replacementMinor(),
                                        0);
                            });
        };
    }

    private Draft own(OrderPass.Command command, java.util.function.Function<Pass, Draft> then) {
        Long from = command.fromPass();
        Optional<Pass> pass = from == null ? Optional.empty() : books.own(command.memberId(), from);
        if (pass.isEmpty()) {
            return refused(PassRefusal.PASS_NOT_FOUND);
        }
        if (pass.get().state() != PassState.PAID) {
            return new Draft.Refused(
                    PassRefusal.PASS_STATE_FORBIDS,
                    Map.of("state", pass.get().state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return then.apply(pass.get());
    }

    private Draft purchase(OrderPass.Command command) {
        Optional<PassProduct> product = open(command);
        if (product.isEmpty()) {
            return refused(PassRefusal.PASS_PRODUCT_NOT_FOUND);
        }
        if (!product.get().open()) {
            return refused(PassRefusal.PASS_PRODUCT_IS_CLOSED);
        }
        Long traveller = command.travellerId();
        if (traveller != null && members.traveller(command.memberId(), traveller).isEmpty()) {
            return refused(PassRefusal.PASS_HOLDER_UNKNOWN);
        }
        return new Draft.Priced(product.get(), null, traveller, product.get().priceMinor(), 0);
    }

    private Draft renewal(Pass from) {
        PassProduct product = books.productOf(from);
        Span span = from.span();
        LocalDate today = LocalDate.now(clock);
        if (span == null || today.isBefore(span.until().minusDays(product.term().renewDays()))) {
            return new Draft.Refused(
                    PassRefusal.PASS_RENEWAL_TOO_EARLY, Map.of("days", product.term().renewDays()));
        }
        if (today.isAfter(span.until().plusDays(product.term().graceDays()))) {
            return new Draft.Refused(
                    PassRefusal.PASS_RENEWAL_TOO_LATE,
                    Map.of("until", span.until().plusDays(product.term().graceDays()).toString()));
        }
        if (books.passes().successor(from.id()).isPresent()) {
            return refused(PassRefusal.PASS_WAS_RENEWED);
        }
        return new Draft.Priced(product, from, from.travellerId(), product.priceMinor(), 0);
    }

    private Draft upgrade(OrderPass.Command command, Pass from) {
        Optional<PassProduct> product = open(command).filter(PassProduct::open);
        if (product.isEmpty()) {
            return refused(PassRefusal.PASS_PRODUCT_NOT_FOUND);
        }
        if (books.passes().successor(from.id()).isPresent()) {
            return refused(PassRefusal.PASS_WAS_RENEWED);
        }
        Unused unused = books.unused(from, LocalDate.now(clock));
        long credit =
                books.passes().tenders(from.id()).stream()
                        .mapToLong(tender -> unused.part(tender.minor()))
                        .sum();
        if (product.get().id() == from.productId() || product.get().priceMinor() <= credit) {
            return new Draft.Refused(
                    PassRefusal.PASS_UPGRADE_MUST_COST_MORE,
                    Map.of("credit", Money.yuan(credit).toString()));
        }
        return new Draft.Priced(
                product.get(), from, from.travellerId(), product.get().priceMinor(), credit);
    }

    private Optional<PassProduct> open(OrderPass.Command command) {
        Long id = command.productId();
        return id == null ? Optional.empty() : books.product(id);
    }

    private static Draft refused(PassRefusal code) {
        return new Draft.Refused(code, Map.of());
    }
}
