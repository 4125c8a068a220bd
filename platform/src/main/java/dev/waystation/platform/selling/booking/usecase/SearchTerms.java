package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.model.Plenty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How this operator shows what is left. */
@Component
class SearchTerms {

    private final int manyFrom;

    /**
     * @param manyFrom the count from which seats are shown as many rather than counted out
     */
    SearchTerms(@Value("${waystation.search.many-from:20}") int manyFrom) {
        if (manyFrom < 1) {
            throw new IllegalArgumentException(
                    "waystation.search.many-from is " + manyFrom + "; set 1 or more");
        }
        this.manyFrom = manyFrom;
    }

    Plenty plenty(int count) {
        return Plenty.of(count, manyFrom);
    }
}
