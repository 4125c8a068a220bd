package dev.waystation.platform.foundation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that is cut off between and inside chunks goes on and does every row once. */
@PlatformIT
class RestartedImportIT {

    private static final int ROWS = 5_000;

    @Autowired TakeIn takeIn;
    @Autowired IntakeFiles files;
    @Autowired Members members;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;

    /** Ends the process at a mark; marks that were reached stay, as the job table keeps them. */
    private final class Mortal implements JobProgress {

        private @Nullable JsonNode mark;
        private int endAt = Integer.MAX_VALUE;
        private int marks;

        @Override
        public void total(long units) {}

        @Override
        public void done(long units) {}

        @Override
        public Optional<JsonNode> mark() {
            return Optional.ofNullable(mark);
        }

        @Override
        public void mark(Object where, long done) {
            if (++marks == endAt) {
                throw new IllegalStateException("the process ended");
            }
            mark = json.valueToTree(where);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void partial() {}

        @Override
        public long jobId() {
            return 0;
        }
    }

    @Test
    @Capability("X26")
    void everyRowIsDoneOnceHoweverOftenTheProcessEnds() throws Exception {
        long before = members.count();
        Registration last = People.born(LocalDate.of(1980, 1, 1));
        long file = checked(last);
        Mortal process = new Mortal();
        JsonNode command = json.valueToTree(new TakeIn.Command(file, true, "staff:1"));

        process.endAt = 2;
        assertThatThrownBy(() -> takeIn.run(command, process)).hasMessage("the process ended");
        assertThat(members.count() - before)
                .as("the first chunk stands, the cut one left nothing")
                .isEqualTo(IntakeRows.CHUNK);
        process.endAt = Integer.MAX_VALUE;
        takeIn.run(command, process);

        assertThat(members.count() - before).isEqualTo(ROWS);
        IntakeFile done = files.find(file).orElseThrow();
        assertThat(done.counts()).isEqualTo(new IntakeFile.Counts(ROWS, 0, 0, 1));
        assertThat(done.state()).isEqualTo(IntakeFile.State.PARTIAL);
        assertThat(
                        jdbc.sql("select why_zh from intake.fault where file_id = :id")
                                .param("id", file)
                                .query(String.class)
                                .single())
                .as("a row that repeats one from before the restart is known")
                .contains("第 2 行重复");
    }

    private long checked(Registration last) throws Exception {
        StringBuilder csv = new StringBuilder("姓名,手机号,证件号码,城市\n");
        Registration first = People.born(LocalDate.of(1985, 5, 5));
        row(csv, first);
        for (int i = 1; i < ROWS - 1; i++) {
            row(csv, People.born(LocalDate.of(1985, 5, 5)));
        }
        row(csv, last);
        row(csv, first);
        ImportDesk desk = new ImportDesk(mvc, jobs, json);
        String id = desk.upload("members", csv.toString());
        assertThat(ImportDesk.counts(desk.step(id, "check")))
                .containsExactly((long) ROWS, 0L, 0L, 1L);
        long file = IntakeViews.id(id);
        jdbc.sql("delete from intake.fault where file_id = :id").param("id", file).update();
        files.counts(file, IntakeFile.Counts.NONE);
        assertThat(Map.of("rows", files.find(file).orElseThrow().rows()))
                .containsEntry("rows", ROWS + 1L);
        return file;
    }

    private static void row(StringBuilder csv, Registration each) {
        csv.append("测试甲,")
                .append(each.phone())
                .append(',')
                .append(each.documentNumber())
                .append(",WUH\n");
    }
}
