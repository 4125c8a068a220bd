package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

    /** The version 2 vectors of the GrowthBook SDK cases (MIT), as printed there. */
    @ParameterizedTest
    @CsvSource({
        "seed, a, 505",
        "seed, b, 2696",
        "foo, ab, 2575",
        "foo, def, 2019",
        "89123klj, 8952klfjas09ujkasdf, 1240",
        "90850943850283058242805, 123, 7516",
        "()**(%$##$%#$#, '___)((*\":&', 128"
    })
    void bucketsAreThoseOfThePublishedVectors(String salt, String member, int bucket) {
        assertThat(Bucket.of(salt, member)).isEqualTo(bucket);
    }
}
