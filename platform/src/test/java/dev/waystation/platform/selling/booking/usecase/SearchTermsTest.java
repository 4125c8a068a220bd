package dev.waystation.platform.selling.booking.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.booking.model.Plenty;
import dev.waystation.testkit.Capability;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SearchTermsTest {

    private final ApplicationContextRunner platform =
            new ApplicationContextRunner().withBean(SearchTerms.class);

    @Test
    void twentySeatsAreManyUnlessTheOperatorSaysOtherwise() {
        platform.run(context -> {
            SearchTerms terms = context.getBean(SearchTerms.class);
            assertThat(terms.plenty(20)).isEqualTo(Plenty.MANY);
            assertThat(terms.plenty(19)).isEqualTo(Plenty.FEW);
            assertThat(terms.plenty(0)).isEqualTo(Plenty.NONE);
        });
    }

    @Test
    @Capability("S8")
    void theOperatorSetsFromWhichCountSeatsAreMany() {
        platform.withPropertyValues("waystation.search.many-from=3")
                .run(context -> {
                    SearchTerms terms = context.getBean(SearchTerms.class);
                    assertThat(terms.plenty(3)).isEqualTo(Plenty.MANY);
                    assertThat(terms.plenty(2)).isEqualTo(Plenty.FEW);
                });
    }

    @Test
    void aLimitBelowOneStopsTheStart() {
        platform.withPropertyValues("waystation.search.many-from=0")
                .run(context -> assertThat(context).hasFailed());
    }
}
