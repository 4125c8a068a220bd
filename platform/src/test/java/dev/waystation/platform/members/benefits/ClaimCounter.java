package dev.waystation.platform.members.benefits;

import dev.waystation.lane.Desk;
import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Grant;
import dev.waystation.platform.members.benefits.model.Stock;
import dev.waystation.platform.members.benefits.store.CouponGrantStore;
import dev.waystation.platform.members.benefits.usecase.ClaimDesk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The process that is killed: hands a stock out on a lane and writes down whom it told so. */
final class ClaimCounter implements ClaimDesk.Journal {

    static final int MEMBERS = 400;
    static final int STOCK = 300;
    private static final int CLIENTS = 8;

    private final CouponGrantStore store;
    private final TransactionTemplate transaction;
    private final long campaign;
    private final String dieAt;
    private int visitsLeft;

    private ClaimCounter(
            SingleConnectionDataSource database, long campaign, String dieAt, int visits) {
        this.store = new CouponGrantStore(JdbcClient.create(database));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.campaign = campaign;
        this.dieAt = dieAt;
        this.visitsLeft = visits;
    }

    /** Arguments: url, user, password, campaign, where to die, visits, file, hasty or honest. */
    public static void main(String[] arguments) throws Exception {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource(arguments[0], arguments[1], arguments[2], true);
        ClaimCounter journal =
                new ClaimCounter(
                        database,
                        Long.parseLong(arguments[3]),
                        arguments[4],
                        Integer.parseInt(arguments[5]));
        boolean hasty = arguments[7].equals("hasty");
        try (OutputStream told = new FileOutputStream(arguments[6])) {
            Desk<Claim, ClaimOutcome> desk = new ClaimDesk(journal, Clock.systemUTC());
            try (Lane<Claim, ClaimOutcome> lane =
                            Lane.open(
                                    LaneSettings.named("claims").withLargestBatch(CLIENTS),
                                    hasty ? new Hasty(desk, told) : desk);
                    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (long member = 1; member <= MEMBERS; member++) {
                    Claim claim = claim(journal.campaign, member);
                    clients.execute(() -> {
                        ClaimOutcome outcome = lane.ask(claim);
                        if (!hasty) {
                            tell(told, claim, outcome);
                        }
                    });
                }
            }
        }
    }

    static Claim claim(long campaign, long member) {
        UUID reference =
                UUID.nameUUIDFromBytes((campaign + "/" + member).getBytes(StandardCharsets.UTF_8));
        return new Claim(reference, member, campaign, Claim.OWN_HAND);
    }

    @Override
    public Map<Long, Campaign> terms(Collection<Long> campaigns) {
        Instant now = Clock.systemUTC().instant();
        return Map.of(
                campaign,
                new Campaign(
                        campaign,
                        Said.same("Sale"),
                        Campaign.Kind.PERSONAL,
                        Campaign.State.LIVE,
                        new Campaign.Stacking("c", "c"),
                        new Campaign.Worth("AMOUNT", 100, 0, 0, "CNY"),
                        Set.of(),
                        Map.of(),
                        new Campaign.Window(now.minusSeconds(60), now.plusSeconds(600), null),
                        new Campaign.Limits(null, null, null, (long) STOCK, 1)));
    }

    @Override
    public Stock load(long of) {
        return store.load(of);
    }

    @Override
    public List<Grant> past(Collection<Long> campaigns, Collection<Long> members) {
        return store.past(campaigns, members);
    }

    @Override
    public void append(List<Grant> grants) {
        reach("DECIDED");
        transaction.executeWithoutResult(_ -> {
            store.append(grants);
            reach("WRITTEN");
        });
        reach("COMMITTED");
    }

    private void reach(String here) {
        if (here.equals(dieAt) && --visitsLeft <= 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    // One write per line: what the file holds when the process dies is what was told.
    private static void tell(OutputStream told, Claim claim, ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Claimed) {
            try {
                synchronized (told) {
                    told.write((claim.memberId() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The control: tells as soon as it has decided, before anything is durable. */
    private record Hasty(Desk<Claim, ClaimOutcome> honest, OutputStream told)
            implements Desk<Claim, ClaimOutcome> {
        @Override
        public void prepare(List<Claim> claims) {
            honest.prepare(claims);
        }

        @Override
        public ClaimOutcome decide(Claim claim) {
            ClaimOutcome outcome = honest.decide(claim);
            tell(told, claim, outcome);
            return outcome;
        }

        @Override
        public void commit() {
            honest.commit();
        }

        @Override
        public void rollback(Throwable cause) {
            honest.rollback(cause);
        }
    }
}
