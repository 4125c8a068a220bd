package dev.waystation.platform.members.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The door of the wallet. Every answer is durable when it is given, and does not join the caller's
 * transaction: commands are idempotent for ever under their reference instead.
 */
public interface Points {

    String POINTS = "points";
    String QUALIFYING = "qualifying";

    PostOutcome post(PointsCommand command);

    /** Submits all before waiting for the first, so that they share commits. */
    List<PostOutcome> postAll(List<? extends PointsCommand> commands);

    default PostOutcome credit(PointsCredit credit) {
        return post(credit.command());
    }

    default List<PostOutcome> credit(List<PointsCredit> credits) {
        return postAll(credits.stream().map(PointsCredit::command).toList());
    }

    Balance balance(long memberId, String currency);

    /** What the member owned at an instant, held points included, lapsed ones not. */
    long balanceAsOf(long memberId, String currency, Instant at);

    /** Whether members can own such a currency. */
    boolean knows(String currency);

    /** Last usable day of points that post on a day, by the currency's policy. */
    LocalDate lastDay(String currency, LocalDate posted);
}
