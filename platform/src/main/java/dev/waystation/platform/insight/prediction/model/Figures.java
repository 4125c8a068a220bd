package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.RepeatVisits;
import java.util.Locale;

/** Numbers and histories as people read them. */
public final class Figures {

    private Figures() {}

    public static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    static String yuan(double amount) {
        return String.format(Locale.ROOT, "¥%,.0f", amount);
    }

    static Said silence(History history) {
        return new Said(
                "上次来是 " + history.silentDays() + " 天前",
                "last came " + history.silentDays() + " days ago");
    }

    static Said visits(History history) {
        return new Said(
                history.knownDays() + " 天里来过 " + history.visits() + " 天",
                "came on " + history.visits() + " days in " + history.knownDays());
    }

    /** The history as the theory of repeat visits counts it. */
    static RepeatVisits.History counted(History history) {
        return new RepeatVisits.History(
                history.visits() - 1,
                history.knownDays() - history.silentDays(),
                history.knownDays());
    }
}
