package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class IdempotencyIT {

    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void answersARepeatedWriteFromTheStoreAndMakesTheEffectOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String login = login();
        String first =
                mvc.perform(write(key, login))
                        .andExpect(status().isCreated())
                        .andExpect(header().doesNotExist("Idempotent-Replay"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String second =
                mvc.perform(write(key, login))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("Idempotent-Replay", "true"))
                        .andExpect(header().string("ETag", "\"v1\""))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(second).isEqualTo(first);
        assertThat(accounts(login)).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() throws Exception {
        String key = UUID.randomUUID().toString();
        mvc.perform(write(key, login())).andExpect(status().isCreated());
        mvc.perform(write(key, login()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_OF_ANOTHER_REQUEST"));
    }

    @Test
    void refusesWhileTheFirstRequestStillRuns() throws Exception {
        String key = UUID.randomUUID().toString();
        String login = login();
        UUID reference = IdempotencyReference.of("staff:1", key);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    jdbc.sql("select true from pg_advisory_xact_lock(:lock)")
                            .param("lock", reference.getMostSignificantBits())
                            .query(Boolean.class)
                            .single();
                    // On another thread, or it would join this transaction.
                    CompletableFuture.runAsync(() -> assertRunning(key, login)).join();
                });
        mvc.perform(write(key, login)).andExpect(status().isCreated());
    }

    @Test
    void storesNoRefusalSoThatTheNextAttemptIsDecidedAnew() throws Exception {
        String login = login();
        mvc.perform(write(UUID.randomUUID().toString(), login)).andExpect(status().isCreated());
        String key = UUID.randomUUID().toString();
        mvc.perform(write(key, login)).andExpect(status().isConflict());
        jdbc.sql("delete from access.staff where login = :login").param("login", login).update();
        mvc.perform(write(key, login))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotent-Replay"));
    }

    @Test
    void leavesNeitherEffectNorRecordWhenTheSessionIsKilledBeforeTheCommit() throws Exception {
        String key = UUID.randomUUID().toString();
        String login = login();
        killAtCommitOf(key);
        try {
            mvc.perform(write(key, login))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(jsonPath("$.code").value("TRY_AGAIN"));
        } finally {
            jdbc.sql("drop function foundation.kill_at_commit() cascade").update();
        }
        assertThat(accounts(login)).isZero();
        assertThat(records(key)).isZero();
        mvc.perform(write(key, login))
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotent-Replay"));
        assertThat(accounts(login)).isEqualTo(1);
        // The control: a record apart from its effect can be lost alone, and the repetition is then
        // no longer recognised.
        jdbc.sql("delete from foundation.idempotency where key = :key").param("key", key).update();
        mvc.perform(write(key, login)).andExpect(status().isConflict());
    }

    private void killAtCommitOf(String key) {
        jdbc.sql(
                        """
                        create function foundation.kill_at_commit() returns trigger
                        language plpgsql as $$
                        begin
                            perform pg_terminate_backend(pg_backend_pid());
                            perform pg_sleep(1);
                            return null;
                        end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create constraint trigger kill_at_commit after insert
                        on foundation.idempotency deferrable initially deferred
                        for each row when (new.key = '%s')
                        execute function foundation.kill_at_commit()
                        """
                                .formatted(key))
                .update();
    }

    private long records(String key) {
        return jdbc.sql("select count(*) from foundation.idempotency where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    @Test
    void keepsKeysOfDifferentCallersApart() throws Exception {
        String key = UUID.randomUUID().toString();
        mvc.perform(write(key, login())).andExpect(status().isCreated());
        var other =
                new Caller.Staff(2, "Other", java.util.Set.of(), java.util.Set.of("staff.manage"));
        mvc.perform(
                        post("/v1/staff")
                                .header("Idempotency-Key", key)
                                .with(SignIn.as(other))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body(login())))
                .andExpect(status().isCreated());
    }

    @Test
    void asksForAKeyOnEveryWrite() throws Exception {
        mvc.perform(
                        post("/v1/staff")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body(login())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void storesNoAnswerInTheClear() throws Exception {
        String key = UUID.randomUUID().toString();
        String login = login();
        mvc.perform(write(key, login)).andExpect(status().isCreated());
        byte[] stored =
                jdbc.sql("select body from foundation.idempotency where key = :key")
                        .param("key", key)
                        .query(byte[].class)
                        .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(login);
    }

    private void assertRunning(String key, String login) {
        try {
            mvc.perform(write(key, login))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_STILL_RUNNING"))
                    .andExpect(jsonPath("$.retryable").value(true));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long accounts(String login) {
        return jdbc.sql("select count(*) from access.staff where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private static MockHttpServletRequestBuilder write(String key, String login) {
        return post("/v1/staff")
                .header("Idempotency-Key", key)
                .with(SignIn.role("administrator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(login));
    }

    private static String login() {
        return "i" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static String body(String login) {
        return "{\"login\":\"%s\",\"name\":\"Somebody\",\"roles\":[\"gate\"]}".formatted(login);
    }
}
