package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.vault.Obligations;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.MoneyLeftRefusal;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.StoredValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a member paid in is owed until it is spent or paid back; points and gifts lapse. */
@Service
class OweStoredValue implements Obligations {

    private final Points points;

    OweStoredValue(Points points) {
        this.points = points;
    }

    @Override
    public Optional<Obligation> towards(long memberId) {
        Balance principal = points.balance(memberId, StoredValue.PRINCIPAL);
        long minor = principal.spendable() + principal.held();
        return minor == 0
                ? Optional.empty()
                : Optional.of(
                        new Obligation(
                                MoneyLeftRefusal.STORED_VALUE_NOT_PAID_BACK,
                                Map.of("amount", BigDecimal.valueOf(minor, 2).toPlainString())));
    }
}
