package dev.waystation.platform.engagement.audience.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.condition.Cell;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.wiring.WorldClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An app of a member that tells where it was opened, through the door that libraries use. */
final class PlacedApp {

    private final MockMvc mvc;
    private final String key;
    private final String event;
    private final String user;
    private final WorldClock clock;
    private int sent;

    PlacedApp(MockMvc mvc, String key, String event, long member, WorldClock clock) {
        this.mvc = mvc;
        this.key = key;
        this.event = event;
        this.user = PublicId.encode("mbr", member);
        this.clock = clock;
    }

    void track(@Nullable Double latitude, @Nullable Double longitude, String venue, int daysAgo)
            throws Exception {
        String location =
                latitude == null
                        ? ""
                        : ",'location':{'latitude':%s,'longitude':%s}"
                                .formatted(latitude, longitude);
        intake("'venue':'%s'%s".formatted(venue, location), daysAgo)
                .andExpect(jsonPath("$.accepted").value(1));
    }

    ResultActions at(String location) throws Exception {
        return intake("'location':" + location, 0).andExpect(jsonPath("$.accepted").value(0));
    }

    ResultActions intake(String context, int daysAgo) throws Exception {
        String pair = key + ":";
        String body =
                """
                {'messageId':'%d','userId':'%s','event':'%s','timestamp':'%s','context':{%s}}
                """
                        .formatted(
                                ++sent,
                                user,
                                event,
                                clock.instant().minus(Duration.ofDays(daysAgo)),
                                context);
        return mvc.perform(
                        post("/v1/track")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                pair.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                .contentType("application/json")
                                .content(body.replace('\'', '"')))
                .andExpect(status().isAccepted());
    }

    /** Where the intake keeps it was opened. */
    List<String> kept(JdbcClient jdbc) {
        return jdbc
                .sql("select position from events.event where name = :name order by 1")
                .param("name", event)
                .query((row, _) -> Cell.of(row.getLong(1)))
                .list()
                .stream()
                .map(cell -> cell.latitude() / 1_000.0 + ", " + cell.longitude() / 1_000.0)
                .toList();
    }
}
