package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.channels.SeedAddresses;
import dev.waystation.platform.members.membership.SeededMember;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who uses the app, the mini-program and mail; everybody has a telephone and an inbox. */
@Component
class SampleReach {

    private final SeedAddresses addresses;

    SampleReach(SeedAddresses addresses) {
        this.addresses = addresses;
    }

    void seed(List<SeededMember> members) {
        for (String channel : List.of("push", "miniapp")) {
            addresses.seed(
                    channel,
                    members.stream()
                            .filter(member -> channels(member).contains(channel))
                            .map(SeededMember::memberId)
                            .toList());
        }
    }

    /** The channels that find a member. */
    static List<String> channels(SeededMember member) {
        List<String> channels = new ArrayList<>(List.of("sms", "inbox", "wechat"));
        if (member.mail()) {
            channels.add("email");
        }
        if (member.memberId() % 3 != 0) {
            channels.add("push");
        }
        if (member.memberId() % 2 == 0) {
            channels.add("miniapp");
        }
        return channels;
    }
}
