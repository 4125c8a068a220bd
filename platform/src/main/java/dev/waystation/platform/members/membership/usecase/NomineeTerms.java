package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.membership.model.NomineeRules;
import dev.waystation.platform.members.membership.store.NomineeStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of nominees as people set them. */
@Component
class NomineeTerms extends KeptRules<NomineeRules> {

    private final NomineeStore nominees;

    NomineeTerms(Settings settings, NomineeStore nominees) {
        super(
                settings,
                "nominees",
                new Said("受让人", "Nominees"),
                NomineeRules.class,
                NomineeRules.USUAL);
        this.nominees = nominees;
    }

    @Override
    public List<RuleLine> lines(NomineeRules rules) {
        return List.of(
                RuleLine.number("most", "受让人上限", "nominees at most", rules.most(), "人", "people"),
                RuleLine.number(
                        "waitDays", "添加后生效等待", "counts after", rules.waitDays(), "天", "days"),
                RuleLine.number(
                        "changesAYear",
                        "每年最多移除",
                        "removals a year",
                        rules.changesAYear(),
                        "次",
                        "times"));
    }

    @Override
    public List<Said> effects(NomineeRules now, NomineeRules wanted) {
        long above = wanted.most() < now.most() ? nominees.membersAbove(wanted.most()) : 0;
        return above == 0
                ? List.of()
                : List.of(
                        new Said(
                                "%,d 位会员的受让人已超过新上限；已有的保留，不能再加。".formatted(above),
                                "%,d members have more nominees than the new limit; theirs stay, none can be added."
                                        .formatted(above)));
    }
}
