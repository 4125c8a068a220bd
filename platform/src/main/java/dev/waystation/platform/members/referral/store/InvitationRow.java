package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Invitation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A row of referral.invitation. */
final class InvitationRow {

    private InvitationRow() {}

    static Invitation read(ResultSet row, int index) throws SQLException {
        return new Invitation(
                row.getLong("invitee_id"),
                row.getLong("inviter_id"),
                row.getLong("campaign_id"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("channel"),
                Times.at(row, "touched_at"),
                Times.at(row, "joined_at"),
                Invitation.State.valueOf(row.getString("state")),
                row.getString("refusal"),
                new Invitation.Steps(
                        row.getObject("first_order", Long.class),
                        Times.maybe(row, "ordered_at"),
                        Times.maybe(row, "travelled_at"),
                        Times.maybe(row, "confirmed_at")),
                Invitation.Review.valueOf(row.getString("review")),
                List.of((String[]) row.getArray("flags").getArray()),
                new Invitation.Whys(row.getString("why_inviter"), row.getString("why_invitee")));
    }
}
