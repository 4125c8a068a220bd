package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.operators.access.CodeSender;
import dev.waystation.platform.operators.access.PhoneCodes;
import dev.waystation.platform.operators.access.PhoneNumber;
import dev.waystation.platform.operators.access.store.CodeStore;
import dev.waystation.platform.operators.access.store.FailureStore;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Codes that are sent once, valid for five minutes, and used once. */
@Service
class SentCodes implements PhoneCodes {

    private final CodeStore codes;
    private final FailureStore failures;
    private final Vault vault;
    private final CodeSender sender;

    SentCodes(CodeStore codes, FailureStore failures, Vault vault, CodeSender sender) {
        this.codes = codes;
        this.failures = failures;
        this.vault = vault;
        this.sender = sender;
    }

    @Override
    public Sent send(PhoneNumber phone) {
        String code = Secrets.code();
        if (!codes.put(index(phone), hash(phone, code))) {
            return Sent.TOO_MANY;
        }
        sender.send(phone.value(), code);
        return Sent.SENT;
    }

    // Its own transaction: a refusal rolls the caller's back, and the failure must stay counted.
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Checked check(PhoneNumber phone, String code) {
        String subject = "phone:" + HexFormat.of().formatHex(index(phone));
        if (failures.locked(subject).isPresent()) {
            return Checked.LOCKED;
        }
        if (codes.use(index(phone), hash(phone, code.strip()))) {
            failures.clear(subject);
            return Checked.RIGHT;
        }
        failures.fail(subject);
        return Checked.WRONG_OR_EXPIRED;
    }

    private byte[] index(PhoneNumber phone) {
        return vault.blindIndex("sign-in phone", phone.value());
    }

    /** Keyed, because six digits alone are guessed from a plain digest at once. */
    private byte[] hash(PhoneNumber phone, String code) {
        return vault.blindIndex("sign-in code", phone.value() + '/' + code);
    }
}
