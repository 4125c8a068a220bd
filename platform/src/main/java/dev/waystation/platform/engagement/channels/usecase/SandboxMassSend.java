package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.StaffSends;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The same with {@link SandboxCompany}. */
@Component
class SandboxMassSend extends WecomMassSend {

    SandboxMassSend(ObjectProvider<StaffSends> staff) {
        super(staff);
    }

    @Override
    public String code() {
        return SandboxCompany.VENDOR;
    }

    @Override
    public URI home() {
        return URI.create("sandbox:wecom");
    }
}
