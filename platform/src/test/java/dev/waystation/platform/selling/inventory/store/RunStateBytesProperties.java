package dev.waystation.platform.selling.inventory.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.inventory.model.RunBook;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.RunState;
import dev.waystation.platform.selling.inventory.model.SeatStorm;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunStateBytesProperties {

    private final RunStateBytes bytes = new RunStateBytes(new LimitText(new JsonMapper()));

    @Test
    void whatIsReadEqualsWhatWasWrittenAndHalfOfItIsNothing() {
        Seeded.runs(
                100,
                draw -> {
                    RunLayout layout = SeatStorm.layout(1);
                    RunBook book = new RunBook(layout);
                    List<UUID> refs = new ArrayList<>();
                    for (int i = draw.between(0, 100); i > 0; i--) {
                        book.decide(SeatStorm.command(draw, layout, refs), decision -> {});
                    }
                    RunState state = book.state();
                    byte[] written = bytes.write(state);
                    assertThat(bytes.read(written)).contains(state);
                    byte[] half = Arrays.copyOf(written, draw.between(0, written.length - 1));
                    assertThat(bytes.read(half)).isEmpty();
                    written[3]++;
                    assertThat(bytes.read(written)).as("another format").isEmpty();
                });
    }
}
