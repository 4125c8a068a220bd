package dev.waystation.platform.engagement.identity.web;

import dev.waystation.platform.engagement.identity.usecase.BlockIdentifier;
import dev.waystation.platform.engagement.identity.usecase.PartPersons;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Values that name nobody, and joins taken back. */
@RestController
class IdentityPages {

    record BlockRequest(String type, String value, String reason) {}

    record PartRequest(String reason) {}

    private final BlockIdentifier block;
    private final PartPersons part;

    IdentityPages(BlockIdentifier block, PartPersons part) {
        this.block = block;
        this.part = part;
    }

    @PostMapping("/v1/blocked-identifiers")
    @Permission("members.merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void blockIdentifier(@RequestBody BlockRequest wanted, Caller caller) {
        block.handle(
                new BlockIdentifier.Command(
                        wanted.type(), wanted.value(), wanted.reason(), caller.key()));
    }

    /** Takes back that an unknown person was a member. */
    @PostMapping("/v1/persons/{id}:part")
    @Permission("members.merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void partPerson(@PathVariable String id, @RequestBody PartRequest wanted, Caller caller) {
        if (!part.handle(PublicId.decode("per", id), wanted.reason(), caller.key())) {
            throw Refusal.notFound(id);
        }
    }
}
