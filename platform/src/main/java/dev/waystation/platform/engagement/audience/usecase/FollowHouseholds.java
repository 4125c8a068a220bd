package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Households;
import dev.waystation.platform.members.membership.facts.HouseholdChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a family is into the fields of everybody in it, and takes it from who left. */
@Service
public class FollowHouseholds {

    private final Households households;
    private final ShowFields fields;
    private final WriteFields write;

    FollowHouseholds(Households households, ShowFields fields, WriteFields write) {
        this.households = households;
        this.fields = fields;
        this.write = write;
    }

    @Transactional
    public void handle(HouseholdChanged changed) {
        List<WriteFields.Word> words = new ArrayList<>();
        if (households.ofMember(changed.memberId()).isEmpty()) {
            say(words, changed, changed.memberId(), null, null);
        }
        households
                .household(changed.householdId())
                .ifPresent(household ->
                        household
                                .kin()
                                .forEach(kin ->
                                        say(words, changed, kin.memberId(), household, kin)));
        write.handle(words);
    }

    private void say(
            List<WriteFields.Word> words,
            HouseholdChanged changed,
            long memberId,
            @Nullable Household household,
            Household.@Nullable Kin kin) {
        word(
                words,
                changed,
                memberId,
                "size",
                household == null ? null : (long) household.kin().size());
        word(words, changed, memberId, "children", household == null ? null : minors(household));
        word(
                words,
                changed,
                memberId,
                "role",
                kin == null ? null : kin.role().name().toLowerCase(Locale.ROOT));
    }

    private static long minors(Household household) {
        return household.kin().stream().filter(kin -> kin.role() == Household.Role.MINOR).count();
    }

    /** A field that operators removed is not written. */
    private void word(
            List<WriteFields.Word> words,
            HouseholdChanged changed,
            long memberId,
            String what,
            @Nullable Object value) {
        Optional<MemberField> field = fields.field("household_" + what);
        field.ifPresent(known ->
                words.add(
                        new WriteFields.Word(
                                memberId,
                                known,
                                Source.SYSTEM,
                                value,
                                changed.occurredAt(),
                                "household:" + changed.householdId())));
    }
}
