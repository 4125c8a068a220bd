package dev.waystation.platform.selling.awards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import dev.waystation.platform.selling.awards.usecase.OfferAwards;
import dev.waystation.platform.selling.awards.usecase.OpenWaves;
import dev.waystation.platform.selling.awards.usecase.ShowAwards;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.catalogue.Run;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However many offers, trips and waves there are, the seats are read once for what is asked. */
@PlatformIT
class AwardReadsIT {

    private static final int MONTH = 30 * 24 * 60;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired OfferAwards offerAwards;
    @Autowired OpenWaves openWaves;
    @Autowired ShowAwards show;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private List<AwardOffer> offers;

    @BeforeEach
    void threeOffersOfTwoWaves() {
        Shop shop = beans.createBean(Shop.class);
        offers = shop.trains(3).stream().map(this::offer).toList();
        openWaves.handle();
    }

    @AfterEach
    void close() {
        offers.forEach(each -> offerAwards.close(each.id(), "staff:1"));
    }

    @Test
    void theNextDeparturesAreTheSoonestOfAllOffersAndReadOnlyWhatIsShown() {
        List<ShowAwards.Shown> all = show.upcoming(Integer.MAX_VALUE);
        assertThat(all).hasSizeGreaterThanOrEqualTo(3);
        assertThat(all).isSortedAccordingTo(Comparator.comparing(each -> each.trip().departs()));
        assertThat(show.upcoming(2)).isEqualTo(all.subList(0, 2));
        assertThat(reads(() -> show.upcoming(1))).isEqualTo(1);
    }

    @Test
    void anOffersWavesAreLookedAtTogether() {
        AwardOffer offer = offers.getFirst();
        assertThat(show.of(offer).getFirst().counts().aside()).isEqualTo(5);
        assertThat(reads(() -> openWaves.open(offer))).isEqualTo(1);
    }

    /** Scans of the seats' table in this transaction. */
    private long reads(Runnable work) {
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> {
                    long before = scans();
                    work.run();
                    return scans() - before;
                }));
    }

    private long scans() {
        return jdbc.sql(
                        "select seq_scan + coalesce(idx_scan, 0) from pg_stat_xact_user_tables"
                                + " where schemaname = 'awards' and relname = 'seat'")
                .query(Long.class)
                .single();
    }

    private AwardOffer offer(Run run) {
        AwardTerms terms =
                new AwardTerms(
                        run.trainCode(),
                        "second",
                        run.calls().get(0).stationCode(),
                        run.calls().get(2).stationCode(),
                        run.serviceDate(),
                        run.serviceDate(),
                        80,
                        1,
                        5,
                        List.of(new Wave(MONTH, 3), new Wave(MONTH - 1, 2)));
        return ((OfferAwards.Outcome.Made) offerAwards.handle(terms, "test", "staff:1")).offer();
    }
}
