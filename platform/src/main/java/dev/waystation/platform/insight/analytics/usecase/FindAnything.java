package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** One box for everything: what is found depends on what the caller may see. */
@Service
public class FindAnything {

    /** One hit and the page that shows it. */
    public record Found(String kind, Said title, Said subtitle, String href) {}

    private final List<Finder> finders;

    FindAnything(List<Finder> finders) {
        this.finders = List.copyOf(finders);
    }

    public List<Found> handle(String typed, Caller caller) {
        // A member's code on the phone says what it is; what follows is the member's number.
        String text = typed.strip().replaceFirst("^waystation:member:", "");
        var found = new ArrayList<Found>();
        if (text.isEmpty()) {
            return found;
        }
        finders.forEach(finder -> found.addAll(find(finder, text, caller)));
        return found;
    }

    private static List<Found> find(Finder finder, String text, Caller caller) {
        try {
            return finder.find(text, caller);
        } catch (Malformed mistyped) {
            return List.of(); // half an id finds nothing yet
        }
    }
}
