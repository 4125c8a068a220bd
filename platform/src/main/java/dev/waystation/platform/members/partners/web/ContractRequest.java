package dev.waystation.platform.members.partners.web;

import static dev.waystation.platform.members.partners.web.PartnerJson.asked;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.usecase.KeepPartners;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The terms of a version to be, as they come in. */
record ContractRequest(
        LocalDate validFrom,
        long inUnits,
        long inPoints,
        long outPoints,
        long outUnits,
        long costMinor,
        long outCostMinor,
        int reservePermille,
        String breakageTo,
        String billing,
        long creditCap,
        long alertPoints,
        String zone,
        String rounding,
        long minimum,
        long fee) {

    /** The version that follows the newest, or what cannot be meant. */
    Contract contract(KeepPartners.View view, String by, Instant now) {
        check();
        return new Contract(
                view.partner().id(),
                view.contracts().size() + 1,
                validFrom,
                inUnits,
                inPoints,
                outPoints,
                outUnits,
                costMinor,
                outCostMinor,
                reservePermille,
                asked(Contract.BreakageTo.class, "breakageTo", breakageTo),
                asked(Contract.Billing.class, "billing", billing),
                creditCap,
                alertPoints,
                PartnerJson.zone(zone),
                asked(Contract.Rounds.class, "rounding", rounding),
                minimum,
                fee,
                by,
                now);
    }

    private void check() {
        Malformed.require(validFrom != null, "validFrom", null, "is required");
        Map.of("inUnits", inUnits, "outPoints", outPoints, "minimum", minimum)
                .forEach((field, value) ->
                        Malformed.require(value > 0, field, value, "give 1 or more"));
        Malformed.require(
                reservePermille >= 0 && reservePermille <= 1_000,
                "reservePermille",
                reservePermille,
                "give 0 to 1000 thousandths");
        Map.of(
                        "inPoints", inPoints,
                        "outUnits", outUnits,
                        "costMinor", costMinor,
                        "outCostMinor", outCostMinor,
                        "creditCap", creditCap,
                        "alertPoints", alertPoints,
                        "fee", fee)
                .forEach((field, value) ->
                        Malformed.require(value >= 0, field, value, "give 0 or more"));
    }
}
