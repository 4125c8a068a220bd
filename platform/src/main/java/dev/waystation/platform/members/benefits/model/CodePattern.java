package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.math.BigInteger;
import java.util.Locale;

/**
 * How codes look: {@code #} stands for a random symbol, {@code @} for the check symbol, anything
 * else for itself.
 *
 * <p>The check symbol makes the weighted sum of all symbols zero modulo the alphabet's prime size:
 * one wrong symbol, or two neighbours swapped, is never another valid code.
 */
public record CodePattern(String pattern, String alphabet) {

    /** No 0, 1, I, L or O: nothing that one reads as something else. 31 symbols, a prime. */
    public static final String CLEAR = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** One guess in a million finds a code at best. */
    private static final BigInteger GUESSES_PER_HIT = BigInteger.valueOf(1_000_000);

    private static final int LONGEST = 40;

    public CodePattern {
        pattern = pattern.toUpperCase(Locale.ROOT);
        Malformed.require(
                pattern.length() <= LONGEST && pattern.matches("[A-Z0-9#@ -]+"),
                "pattern",
                pattern,
                "use letters, digits, hyphens, # for random symbols and @ for the check symbol");
        Malformed.require(
                pattern.chars().filter(each -> each == '@').count() <= 1,
                "pattern",
                pattern,
                "use @ at most once");
        Malformed.require(
                alphabet.matches("[A-Z0-9]{2,36}")
                        && alphabet.chars().distinct().count() == alphabet.length(),
                "alphabet",
                alphabet,
                "give 2 to 36 different capital letters and digits");
        Malformed.require(
                pattern.indexOf('@') < 0
                        || BigInteger.valueOf(alphabet.length()).isProbablePrime(20),
                "alphabet",
                alphabet.length(),
                "with a check symbol use a prime number of symbols, such as the clear 31");
        Malformed.require(
                pattern.length() < alphabet.length() || pattern.indexOf('@') < 0,
                "pattern",
                pattern,
                "with a check symbol stay shorter than the alphabet");
    }

    /** Refuses a pattern so short that codes could be guessed. */
    public void mustHide(long codes) {
        BigInteger space = BigInteger.valueOf(alphabet.length()).pow(randomSymbols());
        Malformed.require(
                space.compareTo(BigInteger.valueOf(codes).multiply(GUESSES_PER_HIT)) >= 0,
                "pattern",
                pattern,
                "add # until guessing one of " + codes + " codes takes a million tries on average");
    }

    public int randomSymbols() {
        return (int) pattern.chars().filter(each -> each == '#').count();
    }

    /** The code for these symbols, numbers below the alphabet's size. */
    String fill(int[] symbols) {
        char[] code = pattern.toCharArray();
        int next = 0;
        int checkAt = -1;
        long sum = 0;
        for (int i = 0; i < code.length; i++) {
            if (code[i] == '@') {
                checkAt = i;
            } else if (code[i] == '#') {
                int symbol = symbols[next++];
                code[i] = alphabet.charAt(symbol);
                sum += (i + 1L) * symbol;
            }
        }
        if (checkAt >= 0) {
            code[checkAt] = alphabet.charAt(check(sum, checkAt + 1));
        }
        return new String(code);
    }

    /** Whether the check symbol fits; always so without one. */
    public boolean checks(String code) {
        if (pattern.indexOf('@') < 0 || code.length() != pattern.length()) {
            return code.length() == pattern.length();
        }
        long sum = 0;
        for (int i = 0; i < code.length(); i++) {
            char expected = pattern.charAt(i);
            int symbol = alphabet.indexOf(code.charAt(i));
            boolean variable = expected == '#' || expected == '@';
            if (variable ? symbol < 0 : code.charAt(i) != expected) {
                return false;
            }
            sum += variable ? (i + 1L) * symbol : 0;
        }
        return sum % alphabet.length() == 0;
    }

    private int check(long sum, long weight) {
        int size = alphabet.length();
        for (int symbol = 0; symbol < size; symbol++) {
            if ((sum + weight * symbol) % size == 0) {
                return symbol;
            }
        }
        throw new IllegalStateException("No check symbol in " + alphabet);
    }

    /** A code as people may type it: case, blanks and hyphens do not count. */
    public static String normalise(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
