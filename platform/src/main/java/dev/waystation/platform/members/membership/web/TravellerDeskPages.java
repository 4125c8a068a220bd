package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.usecase.ProveBirthDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A member's travellers at the ticket window, where documents are looked at. */
@RestController
class TravellerDeskPages {

    private final Members members;
    private final ProveBirthDate prove;
    private final Clock clock;

    TravellerDeskPages(Members members, ProveBirthDate prove, Clock clock) {
        this.members = members;
        this.prove = prove;
        this.clock = clock;
    }

    /** The member in person first. */
    record Travellers(List<MemberJson.TravellerView> items) {}

    /** The date of birth as the document has it. */
    record ReadDate(@Nullable LocalDate birthDate) {}

    @GetMapping("/v1/members/{id}/travellers")
    @Permission("members.read")
    Travellers list(@PathVariable String id) {
        LocalDate today = LocalDate.now(clock);
        return new Travellers(
                members.travellers(PublicId.decode("mbr", id)).stream()
                        .map(each -> MemberJson.of(each, today))
                        .toList());
    }

    @PostMapping("/v1/members/{id}/travellers/{traveller}:prove-birth-date")
    @Permission("orders.sell")
    Travellers prove(
            @PathVariable String id,
            @PathVariable String traveller,
            @RequestBody ReadDate read,
            Caller caller) {
        if (!(caller instanceof Caller.Staff(long staff, _, _, _))) {
            throw new Malformed("caller", caller.key(), "sign in as staff");
        }
        LocalDate birthDate = read.birthDate();
        if (birthDate == null) {
            throw new Malformed("birthDate", "", "is required");
        }
        return switch (prove.handle(
                PublicId.decode("mbr", id), PublicId.decode("trv", traveller), birthDate, staff)) {
            case PROVED -> list(id);
            case TRAVELLER_IS_UNKNOWN ->
                    throw Refusal.of("TRAVELLER_IS_UNKNOWN", HttpStatus.NOT_FOUND);
            case DIFFERS ->
                    throw Refusal.of(
                            "BIRTH_DATE_ON_DOCUMENT_DIFFERS", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
