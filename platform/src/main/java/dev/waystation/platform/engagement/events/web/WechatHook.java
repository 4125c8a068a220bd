package dev.waystation.platform.engagement.events.web;

import dev.waystation.platform.engagement.events.EventRefusal;
import dev.waystation.platform.engagement.events.usecase.TakeWechat;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The address that is given to WeChat as the server of an official account. */
@RestController
class WechatHook {

    private final TakeWechat take;

    WechatHook(TakeWechat take) {
        this.take = take;
    }

    /** WeChat asks once whether the address is ours; it wants to hear its own word. */
    @GetMapping(value = "/v1/event-hooks/{sourceId}/wechat", produces = MediaType.TEXT_PLAIN_VALUE)
    @Permission(Permission.PUBLIC)
    String wechatEcho(
            @PathVariable String sourceId,
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        if (!take.isGenuine(id(sourceId), new TakeWechat.Signed(signature, timestamp, nonce))) {
            throw notSigned();
        }
        return echostr;
    }

    /** A message or an event; the same one sent again has no effect. */
    @PostMapping(value = "/v1/event-hooks/{sourceId}/wechat", produces = MediaType.TEXT_PLAIN_VALUE)
    @Permission(Permission.PUBLIC)
    String wechatCall(
            @PathVariable String sourceId,
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody byte[] body) {
        IntakeCalls.answer(
                take.handle(id(sourceId), new TakeWechat.Signed(signature, timestamp, nonce), body)
                        .orElseThrow(WechatHook::notSigned));
        return "success";
    }

    private static int id(String sourceId) {
        return Math.toIntExact(PublicId.decode("src", sourceId));
    }

    private static RefusalProblem notSigned() {
        return Refusal.of(
                EventRefusal.HOOK_NOT_SIGNED, HttpStatus.UNAUTHORIZED, Map.of("why", "WRONG"));
    }
}
