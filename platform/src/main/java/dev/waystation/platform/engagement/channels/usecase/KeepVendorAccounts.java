package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.model.VendorText;
import dev.waystation.platform.engagement.channels.store.TextStore;
import dev.waystation.platform.engagement.channels.store.VendorAccountStore;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.foundation.edge.Malformed;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with vendors and the texts registered there. */
@Service
public class KeepVendorAccounts {

    private static final Set<String> PURPOSES = Set.of("marketing", "service", "transactional");

    private final VendorAccountStore accounts;
    private final TextStore texts;
    private final KeptAccounts kept;
    private final Map<String, Vendor> vendors = new TreeMap<>();

    KeepVendorAccounts(
            VendorAccountStore accounts, TextStore texts, KeptAccounts kept, List<Vendor> vendors) {
        this.accounts = accounts;
        this.texts = texts;
        this.kept = kept;
        vendors.forEach(each -> this.vendors.put(each.code(), each));
    }

    /**
     * An account as somebody wants it.
     *
     * @param secret absent to keep the one there is
     * @param endpoint absent for the vendor's own
     */
    public record Command(
            String code,
            String vendor,
            List<String> purposes,
            @Nullable String endpoint,
            String keyId,
            @Nullable String secret,
            Map<String, String> settings,
            @Nullable LaneLimits limits,
            int position,
            boolean active) {

        public Command {
            Malformed.require(
                    code.matches("[a-z0-9-]{2,40}"),
                    "code",
                    code,
                    "use 2 to 40 small letters, digits and hyphens");
            Malformed.require(
                    !purposes.isEmpty() && PURPOSES.containsAll(purposes),
                    "purposes",
                    purposes,
                    "use marketing, service or transactional");
            Malformed.require(
                    endpoint == null || endpoint.matches("https?://[^\\s/?#]+"),
                    "endpoint",
                    endpoint,
                    "give an address like https://sms.example.com, without a path");
        }
    }

    /** An account and the address at which its vendor may tell us news. */
    public record Kept(VendorAccount account, String callback, List<VendorText> texts) {}

    /** How to speak to which vendors is known. */
    public Set<String> vendors() {
        return vendors.keySet();
    }

    @Transactional(readOnly = true)
    public List<Kept> all() {
        return accounts.all().stream().map(this::view).toList();
    }

    @Transactional
    public Kept handle(Command wanted) {
        Vendor vendor = vendors.get(wanted.vendor());
        if (vendor == null) {
            throw new Malformed("vendor", wanted.vendor(), "choose a vendor of the list");
        }
        Optional<VendorAccount> before = accounts.find(wanted.code());
        String secret = wanted.secret();
        if (secret == null || secret.isBlank()) {
            secret = before.map(VendorAccount::secret).orElse("");
        }
        Malformed.require(!secret.isEmpty(), "secret", "", "give the secret of the account");
        LaneLimits limits = wanted.limits();
        VendorAccount account =
                new VendorAccount(
                        wanted.code(),
                        vendor.code(),
                        vendor.channel(),
                        wanted.purposes(),
                        wanted.endpoint() == null ? vendor.home() : URI.create(wanted.endpoint()),
                        wanted.keyId(),
                        secret,
                        wanted.settings(),
                        limits == null ? LaneLimits.CUSTOMARY : limits,
                        wanted.position(),
                        wanted.active());
        accounts.put(account);
        kept.forget();
        return view(account);
    }

    /** Registers a text of ours under the vendor's number; false without such an account. */
    @Transactional
    public boolean register(VendorText text) {
        Malformed.require(
                !text.vendorTemplate().isBlank(),
                "vendorTemplate",
                "",
                "give the number under which the vendor approved the text");
        boolean known = accounts.find(text.account()).isPresent();
        if (known) {
            texts.put(text);
        }
        return known;
    }

    private Kept view(VendorAccount account) {
        return new Kept(
                account,
                "/v1/vendor-news/" + account.code() + "/" + accounts.callbackKey(account.code()),
                texts.of(account.code()));
    }
}
