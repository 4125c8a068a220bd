package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.benefits.model.CodeMint;
import dev.waystation.platform.members.benefits.model.CodePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeMintTest {

    private static final CodePattern PATTERN =
            new CodePattern("WS-####-####-###@", CodePattern.CLEAR);

    @Test
    void codesFollowThePatternAndCarryAFittingCheckSymbol() {
        List<String> codes = new CodeMint(new byte[32], PATTERN).chunk(7, 2_000);
        assertThat(codes)
                .allMatch(code -> code.matches("WS-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-.{4}"))
                .allMatch(PATTERN::checks)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWrongSymbolOrTwoSwappedNeighboursAreNeverAnotherCode() {
        String code = new CodeMint(new byte[32], PATTERN).chunk(0, 1).getFirst();
        for (int i = 3; i < code.length(); i++) {
            if (code.charAt(i) == '-') {
                continue;
            }
            for (char other : CodePattern.CLEAR.toCharArray()) {
                if (other != code.charAt(i)) {
                    String typo = code.substring(0, i) + other + code.substring(i + 1);
                    assertThat(PATTERN.checks(typo)).as(typo).isFalse();
                }
            }
            if (i + 1 < code.length()
                    && code.charAt(i + 1) != '-'
                    && code.charAt(i) != code.charAt(i + 1)) {
                String swapped =
                        code.substring(0, i)
                                + code.charAt(i + 1)
                                + code.charAt(i)
                                + code.substring(i + 2);
                assertThat(PATTERN.checks(swapped)).as(swapped).isFalse();
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameChunkAndAnotherSeedOrChunkOthers() {
        List<String> chunk = new CodeMint(new byte[32], PATTERN).chunk(3, 500);
        assertThat(new CodeMint(new byte[32], PATTERN).chunk(3, 500)).isEqualTo(chunk);
        byte[] other = new byte[32];
        other[31] = 1;
        Set<String> all = new HashSet<>(chunk);
        all.addAll(new CodeMint(new byte[32], PATTERN).chunk(4, 500));
        all.addAll(new CodeMint(other, PATTERN).chunk(3, 500));
        assertThat(all).hasSize(1_500);
    }

    @Test
    void everySymbolIsAboutAsLikelyAsEveryOther() {
        int[] count = new int[31];
        for (String code : new CodeMint(new byte[32], PATTERN).chunk(0, 20_000)) {
            count[CodePattern.CLEAR.indexOf(code.charAt(3))]++;
        }
        double expected = 20_000 / 31.0;
        double chiSquared = 0;
        for (int each : count) {
            chiSquared += (each - expected) * (each - expected) / expected;
        }
        // 30 degrees of freedom: 59.7 is exceeded once in a thousand
        assertThat(chiSquared).isLessThan(59.7);
    }

    @Test
    void aPatternThatCouldBeGuessedIsRefused() {
        CodePattern tooShort = new CodePattern("SALE-####", CodePattern.CLEAR);
        assertThatThrownBy(() -> tooShort.mustHide(1_000)).isInstanceOf(Malformed.class);
        PATTERN.mustHide(5_000_000);
        assertThat(CodePattern.normalise(" ws-23 ab ")).isEqualTo("WS23AB");
    }
}
