package dev.waystation.platform.members.loyalty.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each earning programme is a subject of its own. */
@Configuration
class EarningTermsWiring {

    @Bean
    EarningTerms railEarning(Programmes programmes, RulesInForce rules, EarningTrial trial) {
        return new EarningTerms("rail", programmes, rules, trial);
    }

    @Bean
    EarningTerms parkEarning(Programmes programmes, RulesInForce rules, EarningTrial trial) {
        return new EarningTerms("park", programmes, rules, trial);
    }
}
