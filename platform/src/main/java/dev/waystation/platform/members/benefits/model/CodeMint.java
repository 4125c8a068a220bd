package dev.waystation.platform.members.benefits.model;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the codes of a batch from its secret seed: AES in counter mode is the stream of chance, so
 * nobody without the seed can tell a code from noise or one code from another, and whoever has it
 * can make the same codes again, chunk by chunk. So a job goes on after a restart, an export needs
 * no stored codes, and destroying the seed ends both.
 */
public final class CodeMint {

    private final SecretKeySpec seed;
    private final CodePattern pattern;

    public CodeMint(byte[] seed, CodePattern pattern) {
        this.seed = new SecretKeySpec(seed, "AES");
        this.pattern = pattern;
    }

    /** The codes of a chunk; always the same for the same number and size. */
    public List<String> chunk(long number, int size) {
        int perCode = pattern.randomSymbols();
        int letters = pattern.alphabet().length();
        // Bytes from here on up would make the first symbols likelier than the others.
        int fair = 256 - 256 % letters;
        Cipher cipher = cipher(number);
        byte[] bytes = new byte[0];
        int at = 0;
        List<String> codes = new ArrayList<>(size);
        int[] symbols = new int[perCode];
        while (codes.size() < size) {
            for (int i = 0; i < perCode; ) {
                if (at == bytes.length) {
                    bytes = cipher.update(new byte[4_096]);
                    at = 0;
                }
                int value = bytes[at++] & 0xff;
                if (value < fair) {
                    symbols[i++] = value % letters;
                }
            }
            codes.add(pattern.fill(symbols));
        }
        return codes;
    }

    private Cipher cipher(long number) {
        byte[] start = new byte[16];
        for (int i = 0; i < 8; i++) {
            start[i] = (byte) (number >>> (56 - 8 * i));
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, seed, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }
}
