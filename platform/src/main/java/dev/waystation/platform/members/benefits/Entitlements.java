package dev.waystation.platform.members.benefits;

import java.util.UUID;

/** The door to what members may use. Everything joins the caller's transaction. */
public interface Entitlements {

    /** Whose entitlement a token shows; empty for every text that is none of ours. */
    java.util.OptionalLong holder(String token);

    /** Grants once per reference; false when it was granted before. */
    boolean grant(EntitlementGrant grant);

    /** Takes back what hangs on a source; what was used stays used. */
    int recall(long memberId, String source);

    /** Whether there is something in a pack. */
    boolean knowsPack(String pack);

    /** Gives a pack once per cycle; false when the member has had it in this cycle. */
    boolean givePack(long memberId, String pack, String cycle);

    /** Uses an entitlement by its token, once per {@code use.reference}. */
    UseOutcome use(EntitlementUse use);

    /** A signed token for gate and till; devices read it without a network. */
    String token(long memberId, long entitlementId);

    /** For references that must be the same whenever they are made again. */
    static UUID reference(String text) {
        return UUID.nameUUIDFromBytes(
                ("entitlement " + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
