package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.AttributeUse;
import dev.waystation.platform.engagement.audience.AttributeUse.Place;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Everywhere a field or a trait is asked for, in every module that has conditions. */
@Service
public class FindUses {

    private final ObjectProvider<AttributeUse> uses;

    FindUses(ObjectProvider<AttributeUse> uses) {
        this.uses = uses;
    }

    public List<Place> of(String attribute) {
        return uses.orderedStream().flatMap(each -> each.of(attribute).stream()).toList();
    }
}
