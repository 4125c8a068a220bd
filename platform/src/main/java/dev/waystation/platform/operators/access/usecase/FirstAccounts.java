package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator with a one-time password, printed once and kept in a file only the
 * owner can read. The demo also gets one account per role with the same password. Until somebody
 * changes it, every start of the demo shows the password, any other start only where it is kept.
 */
@Component
class FirstAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final String ADMIN = "admin";

    private final StaffStore staff;
    private final Passwords passwords;
    private final boolean demo;
    private final Path file;

    FirstAccounts(
            StaffStore staff,
            Passwords passwords,
            @Value("${waystation.demo:false}") boolean demo,
            @Value("${waystation.data:var}") Path data) {
        this.staff = staff;
        this.passwords = passwords;
        this.demo = demo;
        this.file = data.resolve("first-password");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (staff.isEmpty()) {
            String password = Secrets.password();
            String hash = passwords.hash(password);
            staff.create(ADMIN, "Administrator", hash, Set.of(Role.ADMINISTRATOR.code()), !demo);
            if (demo) {
                for (Role role : List.of(Role.values())) {
                    staff.create(role.code(), role.label().en(), hash, Set.of(role.code()), false);
                }
            }
            keep(password);
            LOG.info("First sign-in: login {} with the one-time password {}", ADMIN, password);
        } else if (Files.exists(file)) {
            show();
        }
    }

    private void show() {
        try {
            String password = Files.readString(file).strip();
            boolean still =
                    staff.byLogin(ADMIN)
                            .filter(found -> passwords.matches(password, found.passwordHash()))
                            .isPresent();
            if (still) {
                LOG.info("Sign in: login {}, password {}", ADMIN, demo ? password : "in " + file);
            }
        } catch (IOException e) {
            LOG.warn("The first password cannot be shown", e);
        }
    }

    private void keep(String password) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
