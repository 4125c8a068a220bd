package dev.waystation.platform.operators.access;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Optional;

/** The door to who a member of staff is. */
public interface StaffNames {

    Optional<String> name(long staffId);

    /** Whoever acted in words, from what callers and sources are called: {@code staff:7}, app. */
    default Said who(String key) {
        String kind = key.replaceFirst("[:/].*", "");
        return switch (kind) {
            case "staff" ->
                    key.matches("staff:\\d{1,18}")
                            ? Said.same(name(Long.parseLong(key.substring(6))).orElse(key))
                            : new Said("窗口代办", "At a counter");
            case "member", "registration", "app" -> new Said("会员本人", "The member");
            case "answer", "unsubscribe" -> new Said("会员退订", "The member, by a reply or link");
            case "client" -> new Said("接口客户端", "An API client");
            case "import" -> new Said("导入", "Import");
            case "seed" -> new Said("示例数据", "Sample data");
            case "system" -> new Said("系统", "The system");
            default -> Said.same(key);
        };
    }
}
