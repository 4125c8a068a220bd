package dev.waystation.platform.selling.booking.store;

import org.jspecify.annotations.Nullable;

/** Which orders a list shows; null means all. */
public record OrderFilter(@Nullable Long memberId, @Nullable String status) {

    static final String WHERE =
            """
             where (cast(:memberId as bigint) is null or member_id = :memberId)
               and (cast(:status as text) is null or status = :status)
               and order_id < :before
             order by order_id desc
             limit :limit
            """;
}
