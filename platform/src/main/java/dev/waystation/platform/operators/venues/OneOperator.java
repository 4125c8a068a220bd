package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The operator of the first venues: a railway and a theme park in one zone. */
@Component
class OneOperator implements Venues {

    private final String helpPhone;

    OneOperator(@Value("${waystation.operator.help-phone:}") String helpPhone) {
        this.helpPhone = helpPhone.strip();
    }

    @Override
    public Optional<String> helpPhone() {
        return helpPhone.isEmpty() ? Optional.empty() : Optional.of(helpPhone);
    }

    @Override
    public ZoneId zone() {
        return VenueZone.DEFAULT;
    }

    @Override
    public Said operatorName() {
        return new Said("驿站文旅集团", "Waystation Travel Group");
    }

    @Override
    public List<BusinessLine> businessLines() {
        return List.of(
                new BusinessLine("railway", new Said("铁路", "Railway")),
                new BusinessLine("park", new Said("主题乐园", "Theme park")));
    }
}
