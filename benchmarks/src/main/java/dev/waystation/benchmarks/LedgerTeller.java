package dev.waystation.benchmarks;

import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.BeanCreationException;

/** The process that is killed: posts transfers and writes down which of them were answered. */
public final class LedgerTeller {

    private static final int ATTEMPTS = 60;

    private LedgerTeller() {}

    /** Arguments: url, user, password, slot, file, honest or hasty. */
    public static void main(String[] arguments) throws IOException {
        int slot = Integer.parseInt(arguments[3]);
        boolean hasty = arguments[5].equals("hasty");
        Points points = opened(arguments[0], arguments[1], arguments[2]);
        OutputStream told = new FileOutputStream(arguments[4]);
        tell(told, "ready");
        for (int client = 0; client < LedgerTransfers.CLIENTS; client++) {
            int self = client;
            Thread.ofPlatform().start(() -> serve(points, slot, self, hasty, told));
        }
    }

    /** A server that recovers from a kill takes no connections; whoever starts tries again. */
    private static Points opened(String url, String user, String password) {
        for (int attempt = 1; ; attempt++) {
            try {
                return WalletAlone.open(url, user, password, "teller", false).getBean(Points.class);
            } catch (BeanCreationException away) {
                if (attempt == ATTEMPTS) {
                    throw away;
                }
                LockSupport.parkNanos(500_000_000);
            }
        }
    }

    private static void serve(
            Points points, int slot, int client, boolean hasty, OutputStream told) {
        for (int number = 0; ; number++) {
            if (hasty) {
                tell(told, client + " " + number);
            }
            while (!posted(points, slot, client, number)) {
                LockSupport.parkNanos(20_000_000);
            }
            if (!hasty) {
                tell(told, client + " " + number);
            }
        }
    }

    // Whatever broke, the same command again is safe.
    private static boolean posted(Points points, int slot, int client, int number) {
        try {
            return points.post(LedgerTransfers.command(slot, client, number))
                    instanceof PostOutcome.Posted;
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    // One write per line: what the file holds when the process dies is what was told.
    private static void tell(OutputStream told, String line) {
        try {
            synchronized (told) {
                told.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
