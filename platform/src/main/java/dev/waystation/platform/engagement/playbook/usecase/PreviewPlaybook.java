package dev.waystation.platform.engagement.playbook.usecase;

import dev.waystation.platform.engagement.audience.Audiences;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.playbook.model.Playbook;
import dev.waystation.platform.engagement.playbook.model.Values;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a launch would do, before it does: whom it finds now, what they read, what they get. */
@Service
public class PreviewPlaybook {

    /**
     * @param audience who matches today; null where only what happens later lets members in
     * @param most what the gifts come to when all who match today take part, in units of the gift
     */
    public record Preview(
            Audiences.@Nullable Glance audience,
            Said title,
            Said body,
            @Nullable String giftKind,
            @Nullable Long each,
            @Nullable Long most) {}

    private static final int ALL = 100;

    private final PlaybookShelf shelf;
    private final Audiences audiences;
    private final Segments segments;

    PreviewPlaybook(PlaybookShelf shelf, Audiences audiences, Segments segments) {
        this.shelf = shelf;
        this.audiences = audiences;
        this.segments = segments;
    }

    @Transactional(readOnly = true)
    public Optional<Preview> handle(String code, Map<String, Object> given) {
        return shelf.find(code).map(book -> preview(book, book.values(given)));
    }

    private Preview preview(Playbook book, Values values) {
        Audiences.@Nullable Glance audience = audience(book, values);
        Playbook.Gift gift = book.gift();
        @Nullable Long each =
                gift != null && values.inTree(gift.amount()) instanceof Number number
                        ? Long.valueOf(number.longValue())
                        : null;
        return new Preview(
                audience,
                values.in(book.message().title()),
                MakeParts.body(book, values),
                gift == null ? null : gift.kind(),
                each,
                each == null || audience == null
                        ? null
                        : each * audience.count() * (ALL - values.whole("control")) / ALL);
    }

    private Audiences.@Nullable Glance audience(Playbook book, Values values) {
        if (book.trigger() != null) {
            return null;
        }
        if (!book.isForChosen()) {
            return audiences.glance(MakeParts.condition(book, values));
        }
        long segment = PublicId.decode("seg", values.text("segment"));
        return new Audiences.Glance(
                segments.count(segment),
                segments.name(segment).orElse(Said.same("")),
                List.of(),
                null);
    }
}
