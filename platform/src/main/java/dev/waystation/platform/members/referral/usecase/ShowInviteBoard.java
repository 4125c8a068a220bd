package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.BoardPlace;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.store.BoardStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ten who brought most: as it stands now, or as it stood when the campaign closed. */
@Service
public class ShowInviteBoard {

    /** A place with its holder as others see them. */
    public record Ranked(BoardPlace place, String masked) {}

    /** The places; {@code frozen} when nothing moves them any more. */
    public record Board(Campaign campaign, boolean frozen, List<Ranked> places) {}

    private final InviteRoom room;
    private final BoardStore board;

    ShowInviteBoard(InviteRoom room, BoardStore board) {
        this.room = room;
        this.board = board;
    }

    @Transactional(readOnly = true)
    public Optional<Board> handle(@Nullable Long campaignId) {
        return room.campaign(campaignId).map(this::board);
    }

    private Board board(Campaign campaign) {
        boolean frozen = campaign.state() == Campaign.State.CLOSED;
        List<BoardPlace> places = frozen ? board.frozen(campaign.id()) : board.live(campaign.id());
        return new Board(
                campaign,
                frozen,
                places.stream()
                        .map(each -> new Ranked(each, room.masked(each.memberId())))
                        .toList());
    }
}
