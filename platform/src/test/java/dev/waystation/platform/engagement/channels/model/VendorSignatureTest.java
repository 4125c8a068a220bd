package dev.waystation.platform.engagement.channels.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.testkit.Capability;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The signatures against the values which the vendors publish in their documentation. */
class VendorSignatureTest {

    @Test
    @Capability("CH-01")
    void theExampleOfAlibabaCloudComesOutAsPublished() {
        var call =
                new Acs3Signature.Call(
                        "ecs.cn-shanghai.aliyuncs.com",
                        "RunInstances",
                        "2014-05-26",
                        "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
                        Instant.parse("2023-10-26T10:22:32Z"),
                        "3156853299f313e23d1673dc12e1703d");
        assertThat(
                        Acs3Signature.headers(call, "YourAccessKeyId", "YourAccessKeySecret")
                                .get("Authorization"))
                .isEqualTo(
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    @Capability("CH-01")
    void theExampleOfTencentCloudComesOutAsPublished() {
        var headers = new TreeMap<String, String>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("host", "cvm.tencentcloudapi.com");
        headers.put("x-tc-action", "describeinstances");
        String body =
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
        assertThat(
                        Tc3Signature.authorization(
                                "cvm",
                                headers,
                                body,
                                Instant.ofEpochSecond(1_551_113_065),
                                "AKID" + "*".repeat(32),
                                "*".repeat(32)))
                .endsWith(
                        "/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, "
                                + "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f");
    }

    @Test
    void anAccountThatIsWrittenDownDoesNotShowItsSecret() {
        var account =
                new VendorAccount(
                        "ali",
                        "aliyun-sms",
                        "sms",
                        List.of("marketing"),
                        URI.create("https://example.com"),
                        "id",
                        "very-secret",
                        Map.of(),
                        LaneLimits.CUSTOMARY,
                        1,
                        true);
        assertThat(account.toString()).doesNotContain("very-secret");
    }
}
