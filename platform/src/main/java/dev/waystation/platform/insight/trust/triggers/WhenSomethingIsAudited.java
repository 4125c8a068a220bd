package dev.waystation.platform.insight.trust.triggers;

import dev.waystation.platform.engagement.audience.facts.MembersTagged;
import dev.waystation.platform.engagement.audience.facts.TagRuleSet;
import dev.waystation.platform.engagement.journey.facts.JourneyLimitsSet;
import dev.waystation.platform.engagement.journey.facts.JourneyStopped;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.insight.prediction.facts.ModelPutInForce;
import dev.waystation.platform.insight.prediction.facts.ScoresDrifted;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.members.accounts.facts.EnterpriseAccountChanged;
import dev.waystation.platform.members.accounts.facts.EnterpriseEmployeeChanged;
import dev.waystation.platform.members.accounts.facts.EnterpriseMonthClosed;
import dev.waystation.platform.members.accounts.facts.EnterprisePaid;
import dev.waystation.platform.members.benefits.facts.StackingDecided;
import dev.waystation.platform.members.loyalty.facts.SpecialDaysPlanned;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.HouseholdChanged;
import dev.waystation.platform.members.membership.facts.MemberCorrected;
import dev.waystation.platform.members.membership.facts.MemberLeft;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import dev.waystation.platform.members.partners.facts.ContractPublished;
import dev.waystation.platform.members.partners.facts.PartnerPeriodLocked;
import dev.waystation.platform.members.partners.facts.PartnerPointsRunLow;
import dev.waystation.platform.members.presets.facts.PresetAdopted;
import dev.waystation.platform.members.presets.facts.PresetTakenBack;
import dev.waystation.platform.members.referral.facts.InvitationReviewed;
import dev.waystation.platform.members.wallet.facts.ClaimDecided;
import dev.waystation.platform.members.wallet.facts.PointsCorrected;
import dev.waystation.platform.operators.access.facts.ApiKeyIssued;
import dev.waystation.platform.operators.access.facts.ApiKeyRevoked;
import dev.waystation.platform.operators.access.facts.StaffAdded;
import dev.waystation.platform.operators.access.facts.StaffChanged;
import dev.waystation.platform.operators.access.facts.StaffSignInFailed;
import dev.waystation.platform.operators.access.facts.StaffSignInLocked;
import dev.waystation.platform.operators.access.facts.StaffSignedIn;
import dev.waystation.platform.operators.access.facts.StaffSignedOut;
import dev.waystation.platform.operators.venues.facts.ProgramScoped;
import dev.waystation.platform.operators.venues.facts.SharingChanged;
import dev.waystation.platform.operators.venues.facts.StaffScoped;
import dev.waystation.platform.selling.awards.facts.AwardOfferClosed;
import dev.waystation.platform.selling.awards.facts.AwardSeatsOffered;
import dev.waystation.platform.selling.booking.facts.ChangeRulesSet;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.release.facts.ReleasePlanPublished;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts into the trail what somebody may have to answer for. */
@Component
class WhenSomethingIsAudited implements FactReader {

    private final KeepTrail trail;
    private final JsonMapper json;

    WhenSomethingIsAudited(KeepTrail trail, JsonMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @Override
    public String name() {
        return "trust.audit";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                InvitationReviewed.class,
                PersonalDataRevealed.class,
                ReleasePlanPublished.class,
                ConsentChanged.class,
                MemberCorrected.class,
                MemberLeft.class,
                MembersLinked.class,
                MembersTagged.class,
                TagRuleSet.class,
                ModelPutInForce.class,
                ScoresDrifted.class,
                JourneyStopped.class,
                JourneyLimitsSet.class,
                TicketChanged.class,
                PointsCorrected.class,
                ClaimDecided.class,
                HouseholdChanged.class,
                EnterpriseAccountChanged.class,
                EnterpriseEmployeeChanged.class,
                EnterpriseMonthClosed.class,
                EnterprisePaid.class,
                AwardSeatsOffered.class,
                AwardOfferClosed.class,
                SpecialDaysPlanned.class,
                ContractPublished.class,
                StackingDecided.class,
                PartnerPeriodLocked.class,
                PartnerPointsRunLow.class,
                ChangeRulesSet.class,
                PresetAdopted.class,
                PresetTakenBack.class,
                StaffScoped.class,
                ProgramScoped.class,
                SharingChanged.class,
                ApiKeyIssued.class,
                ApiKeyRevoked.class,
                StaffAdded.class,
                StaffChanged.class,
                StaffSignInFailed.class,
                StaffSignInLocked.class,
                StaffSignedIn.class,
                StaffSignedOut.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            Fact fact = each.fact();
            // What the books do by themselves has its own journal; here stand people.
            if (fact instanceof PointsCorrected corrected && corrected.actor().equals("system")) {
                continue;
            }
            trail.handle(
                    each.position(),
                    fact.occurredAt(),
                    actor(fact),
                    fact.getClass().getSimpleName(),
                    fact.subject(),
                    json.writeValueAsString(fact));
        }
    }

    private static String actor(Fact fact) {
        return switch (fact) {
            case InvitationReviewed reviewed -> reviewed.actor();
            case PersonalDataRevealed revealed -> staff(revealed.staffId());
            case ConsentChanged changed ->
                    changed.source().startsWith("staff:")
                            ? changed.source()
                            : changed.source() + ":" + changed.memberId();
            case MemberCorrected corrected -> corrected.by();
            case MemberLeft left -> left.by();
            case MembersLinked linked -> linked.by();
            case MembersTagged tagged -> tagged.by();
            case StaffScoped scoped -> scoped.by();
            case ProgramScoped scoped -> scoped.by();
            case SharingChanged sharing -> sharing.by();
            case TagRuleSet set -> set.by();
            case ModelPutInForce put -> put.by();
            case JourneyStopped stopped -> stopped.by();
            case JourneyLimitsSet set -> set.by();
            case TicketChanged changed -> changed.by();
            case PointsCorrected corrected -> corrected.actor();
            case ClaimDecided decided -> decided.actor();
            case HouseholdChanged changed -> changed.by();
            case EnterpriseAccountChanged changed -> changed.by();
            case EnterpriseEmployeeChanged changed -> changed.by();
            case EnterpriseMonthClosed closed -> closed.by();
            case EnterprisePaid paid -> paid.by();
            case AwardSeatsOffered offered -> offered.by();
            case AwardOfferClosed closed -> closed.by();
            case SpecialDaysPlanned planned -> planned.by();
            case ContractPublished published -> published.by();
            case StackingDecided decided -> decided.by();
            case PartnerPeriodLocked locked -> locked.by();
            case ChangeRulesSet rules -> rules.by();
            case PresetAdopted adopted -> adopted.by();
            case PresetTakenBack back -> back.by();
            case ReleasePlanPublished published -> published.author();
            case StaffSignedIn in -> staff(in.staffId());
            case StaffSignedOut out -> staff(out.staffId());
            case StaffSignInFailed failed -> staff(failed.staffId());
            case StaffSignInLocked locked -> staff(locked.staffId());
            case StaffAdded added -> added.actor();
            case StaffChanged changed -> changed.actor();
            case ApiKeyIssued issued -> issued.actor();
            case ApiKeyRevoked revoked -> revoked.actor();
            default -> "system";
        };
    }

    private static String staff(long id) {
        return id == 0 ? "unknown" : "staff:" + id;
    }
}
