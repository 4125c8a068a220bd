package dev.waystation.platform.selling.booking.model;

import dev.waystation.platform.foundation.vault.SignedText;
import dev.waystation.platform.selling.booking.CodeReading;
import dev.waystation.platform.selling.booking.TicketId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The text inside a ticket's QR code: {@code WS1.} and base64url of the ride followed by an Ed25519
 * signature over it. A gate verifies it with the public key alone, without a network.
 *
 * <p>Layout: key number (2 bytes), ticket (8), run (8), valid from and until in seconds (8 each),
 * then boarding station, leaving station, car and seat, each with its length in one byte; the last
 * 64 bytes are the signature over everything before it.
 */
public final class TicketCode {

    private static final String PREFIX = "WS1.";
    private static final int LONGEST = 600;

    private TicketCode() {}

    /** Signatures are deterministic: the same ride and key give the same text. */
    public static String write(CodeReading.Genuine ride, int keyId, PrivateKey key) {
        return SignedText.write(PREFIX, content(ride, keyId), key);
    }

    /** Reads any text whatsoever; never throws on what a scanner may see. */
    public static CodeReading read(String text, IntFunction<@Nullable PublicKey> keys) {
        SignedText signed = SignedText.read(PREFIX, text).orElse(null);
        if (signed == null || signed.content().length < Short.BYTES) {
            return new CodeReading.Unreadable();
        }
        ByteBuffer content = ByteBuffer.wrap(signed.content());
        int keyId = Short.toUnsignedInt(content.getShort());
        PublicKey key = keys.apply(keyId);
        if (key == null) {
            return new CodeReading.UnknownKey(keyId);
        }
        if (!signed.isBy(key)) {
            return new CodeReading.Forged();
        }
        try {
            return ride(content);
        } catch (BufferUnderflowException tooShort) {
            return new CodeReading.Unreadable();
        }
    }

    private static byte[] content(CodeReading.Genuine ride, int keyId) {
        ByteBuffer out =
                ByteBuffer.allocate(LONGEST)
                        .putShort((short) keyId)
                        .putLong(ride.ticketId().value())
                        .putLong(ride.runId())
                        .putLong(ride.validFrom().getEpochSecond())
                        .putLong(ride.validUntil().getEpochSecond());
        put(out, ride.fromStation());
        put(out, ride.toStation());
        put(out, ride.car());
        put(out, ride.seat());
        return Arrays.copyOf(out.array(), out.position());
    }

    private static CodeReading ride(ByteBuffer in) {
        TicketId ticketId = new TicketId(in.getLong());
        long runId = in.getLong();
        Instant from = Instant.ofEpochSecond(in.getLong());
        Instant until = Instant.ofEpochSecond(in.getLong());
        return new CodeReading.Genuine(
                ticketId, runId, take(in), take(in), take(in), take(in), from, until);
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 63) {
            throw new IllegalArgumentException("'" + text + "' is too long for a ticket code");
        }
        out.put((byte) bytes.length).put(bytes);
    }

    private static String take(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
