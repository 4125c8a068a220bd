package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.SeedWecom;
import dev.waystation.platform.engagement.channels.WecomCalls;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An account with the sandbox company, and its customers by number. */
@Component
class ConnectSandbox implements SeedWecom {

    private static final int FIRST = 1;

    private final KeepVendorAccounts accounts;
    private final SandboxCompany company;
    private final WecomCalls wecom;

    ConnectSandbox(KeepVendorAccounts accounts, SandboxCompany company, WecomCalls wecom) {
        this.accounts = accounts;
        this.company = company;
        this.wecom = wecom;
    }

    @Override
    @Transactional
    public void connect() {
        if (wecom.accounts().isEmpty()) {
            accounts.handle(
                    new KeepVendorAccounts.Command(
                            SandboxCompany.VENDOR,
                            SandboxCompany.VENDOR,
                            List.of("marketing", "service", "transactional"),
                            null,
                            "sandbox",
                            "sandbox",
                            Map.of(),
                            null,
                            FIRST,
                            true));
            company.customers()
                    .forEach(member -> wecom.met(member, SandboxCompany.customer(member)));
        }
    }
}
