package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.foundation.lanes.ConnectedDesk;
import dev.waystation.platform.foundation.lanes.LaneConnection;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointDecision.Answer;
import dev.waystation.platform.members.wallet.store.JointStore;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of joint movements. They are durable before any account is touched, whatever the
 * caller's transaction does, so a crash leaves nothing half done that nobody finishes.
 */
@Service
@DependsOnDatabaseInitialization
class JointLane {

    private final LaneConnection connection;
    private final Lane<JointDecision, Answer> lane;

    JointLane(
            JointStore store,
            PlatformTransactionManager transactions,
            LaneConnections connections,
            Clock clock) {
        connection = connections.forLane();
        lane =
                Lane.open(
                        LaneSettings.named("joint-points"),
                        new ConnectedDesk<>(
                                new JointDesk(store, new TransactionTemplate(transactions), clock),
                                connection));
    }

    Answer decide(JointDecision decision) {
        return lane.ask(decision);
    }

    @PreDestroy
    void close() {
        lane.close();
        connection.giveBack();
    }
}
