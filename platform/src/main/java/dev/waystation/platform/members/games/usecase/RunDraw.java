package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Spin;
import dev.waystation.platform.members.games.model.SpinSeed;
import dev.waystation.platform.members.games.store.DrawStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens draws, closes them, and lets everybody check what they gave. */
@Service
public class RunDraw {

    private static final int PROOF_PAGE = 10_000;

    private final DrawStore draws;
    private final DrawSeeds seeds;
    private final Clock clock;

    RunDraw(DrawStore draws, DrawSeeds seeds, Clock clock) {
        this.draws = draws;
        this.seeds = seeds;
        this.clock = clock;
    }

    /**
     * What makes every roll again.
     *
     * @param wrong spins whose stored roll is not what the seed makes of them
     */
    public record Proof(Draw draw, @Nullable String seed, List<Spin> spins, List<Long> wrong) {}

    @Transactional
    public Draw open(Draw draft) {
        SpinSeed seed = seeds.fresh();
        long id =
                draws.add(
                        new Draw(
                                0,
                                draft.name(),
                                draft.costPoints(),
                                draft.perDay(),
                                draft.opens(),
                                draft.closes(),
                                seed.commitment(),
                                draft.wheel(),
                                0,
                                null),
                        seeds.sealed(seed));
        return draws.find(id).orElseThrow();
    }

    /** Ends a draw; from now on its seed is public. False when there is none. */
    @Transactional
    public boolean close(long id) {
        Draw draw = draws.locked(id).orElse(null);
        if (draw != null && draw.closedAt() == null) {
            draws.close(id, clock.instant());
        }
        return draw != null;
    }

    /** Everything about a draw; the seed only when nobody can spin any more. */
    public Optional<Proof> proof(long id, long after) {
        return draws.find(id)
                .map(draw -> {
                    List<Spin> spins = draws.spins(id, null, after, PROOF_PAGE);
                    SpinSeed seed = seeds.open(draws.sealedSeed(id));
                    long total = draw.wheel().total();
                    List<Long> wrong =
                            spins.stream()
                                    .filter(spin ->
                                            seed.roll(id, spin.sequence(), spin.reference(), total)
                                                            != spin.roll()
                                                    || draw.wheel().at(spin.roll()).nth()
                                                            != spin.rolled())
                                    .map(Spin::sequence)
                                    .toList();
                    boolean over =
                            draw.closedAt() != null || !clock.instant().isBefore(draw.closes());
                    return new Proof(draw, over ? seed.hex() : null, spins, wrong);
                });
    }
}
