package dev.waystation.platform.engagement.channels.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.channels.model.VendorAccount;
import dev.waystation.platform.engagement.channels.store.ChannelAddresses;
import dev.waystation.platform.engagement.channels.store.VendorAccountStore;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls WeCom with the token of a kept account. */
@Component
class CallWecom implements WecomCalls {

    private static final Set<Integer> STALE = Set.of(40_001, 40_014, 42_001);
    private static final Set<Integer> TOO_FAST = Set.of(45_009, 45_033);
    private static final int BUSY = -1;

    private final VendorAccountStore accounts;
    private final WechatTokens tokens;
    private final VendorHttp http;
    private final ChannelAddresses addresses;
    private final JsonMapper json;
    private final SandboxCompany sandbox;

    CallWecom(
            VendorAccountStore accounts,
            WechatTokens tokens,
            VendorHttp http,
            ChannelAddresses addresses,
            JsonMapper json,
            SandboxCompany sandbox) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.http = http;
        this.addresses = addresses;
        this.json = json;
        this.sandbox = sandbox;
    }

    @Override
    public List<String> accounts() {
        return accounts.all().stream()
                .filter(each -> each.active() && each.channel().equals(WecomMassSend.CHANNEL))
                .map(VendorAccount::code)
                .toList();
    }

    @Override
    public String setting(String account, String name) {
        return accounts.find(account).map(known -> known.setting(name)).orElse("");
    }

    @Override
    public Answer call(String account, String path, Map<String, ?> body) {
        Optional<VendorAccount> known = accounts.find(account);
        if (known.isEmpty()) {
            return new Answer.NotNow();
        }
        if (known.get().vendor().equals(SandboxCompany.VENDOR)) {
            return sandbox.call(path, body);
        }
        Answer first = once(known.get(), path, body);
        boolean stale = first instanceof Answer.Refused no && STALE.contains(no.code());
        return stale ? once(known.get(), path, body) : first;
    }

    private Answer once(VendorAccount account, String path, Map<String, ?> body) {
        Optional<String> token = tokens.of(account);
        if (token.isEmpty()) {
            return new Answer.NotNow();
        }
        String query = (path.contains("?") ? "&" : "?") + "access_token=" + token.get();
        URI address = URI.create(account.endpoint() + "/cgi-bin/" + path + query);
        VendorHttp.Answer answer =
                body.isEmpty()
                        ? http.get(address)
                        : http.post(
                                address,
                                Map.of("Content-Type", "application/json"),
                                json.writeValueAsString(body));
        return switch (answer) {
            case VendorHttp.Answer.NotReached _ -> new Answer.NotNow();
            case VendorHttp.Answer.Silent _ -> new Answer.Silent();
            case VendorHttp.Answer.Spoke spoke -> answer(account, token.get(), spoke.body());
        };
    }

    private Answer answer(VendorAccount account, String token, JsonNode said) {
        int code = said.path("errcode").asInt(BUSY);
        if (code == 0) {
            return new Answer.Said(said);
        }
        if (STALE.contains(code)) {
            tokens.expire(account, token);
        }
        if (code == BUSY) {
            return new Answer.Silent();
        }
        return TOO_FAST.contains(code)
                ? new Answer.NotNow()
                : new Answer.Refused(code, said.path("errmsg").asString(""));
    }

    @Override
    public void met(long memberId, String externalUserid) {
        addresses.seen(memberId, WecomMassSend.CHANNEL, externalUserid);
    }

    @Override
    public Optional<Long> member(String externalUserid) {
        return addresses.owner(WecomMassSend.CHANNEL, externalUserid);
    }
}
