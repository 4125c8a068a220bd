package dev.waystation.platform.engagement.links.usecase;

import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.links.model.Reader;
import dev.waystation.platform.foundation.vault.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What stands behind a short link in a message: whose message it is, in 14 to 23 signs of which the
 * last six are a digest. No row is written when a message leaves; who invents a token only gets a
 * click that is put down to nobody.
 */
@Component
class ReaderTokens implements PersonalLinks {

    private static final String PURPOSE = "links.reader";
    private static final int DIGEST = 5;
    private static final int LONGEST = 2 * 9 + DIGEST;
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private final Vault vault;
    private final Pattern ours;

    ReaderTokens(Vault vault, @Value("${waystation.public-url:http://localhost:8080}") String url) {
        this.vault = vault;
        this.ours =
                Pattern.compile(Pattern.quote(url + "/s/") + "[A-Za-z0-9]{3,20}(?![A-Za-z0-9.])");
    }

    @Override
    public String personal(String text, long memberId, long messageId) {
        Matcher links = ours.matcher(text);
        if (!links.find()) {
            return text;
        }
        String token = token(new Reader(memberId, messageId));
        return links.replaceAll(link -> Matcher.quoteReplacement(link.group() + "." + token));
    }

    /** Whose message a token stood in; empty when it is not one of ours. */
    Optional<Reader> read(String token) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
        if (octets.length > LONGEST || octets.length < DIGEST + 2) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets, 0, octets.length - DIGEST);
        long member = number(buffer);
        long message = number(buffer);
        var reader = new Reader(member, message);
        byte[] said = Arrays.copyOfRange(octets, octets.length - DIGEST, octets.length);
        return !buffer.hasRemaining() && MessageDigest.isEqual(said, digest(reader))
                ? Optional.of(reader)
                : Optional.empty();
    }

    private String token(Reader reader) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        write(buffer, reader.memberId());
        write(buffer, reader.messageId());
        buffer.put(digest(reader));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    private byte[] digest(Reader reader) {
        String whose = reader.memberId() + "/" + reader.messageId();
        return Arrays.copyOf(vault.blindIndex(PURPOSE, whose), DIGEST);
    }

    /** Seven bits a byte, the lowest first. */
    private static void write(ByteBuffer to, long number) {
        long rest = number;
        while (rest >= MORE) {
            to.put((byte) (rest | MORE));
            rest >>>= SEVEN;
        }
        to.put((byte) rest);
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; from.hasRemaining(); shift += SEVEN) {
            byte octet = from.get();
            number |= (long) (octet & (MORE - 1)) << shift;
            if (octet >= 0) {
                break;
            }
        }
        return number;
    }
}
