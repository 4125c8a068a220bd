package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.identity.model.IdType;
import dev.waystation.platform.engagement.identity.store.BlockStore;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blocks a value that names nobody, such as the phone of an office: it links no one from now on.
 */
@Service
public class BlockIdentifier {

    /** The value as senders write it; only its digest is kept. */
    public record Command(String type, String value, String reason, String by) {
        public Command {
            Malformed.require(
                    type != null && IdType.of(type).filter(t -> t != IdType.MEMBER).isPresent(),
                    "type",
                    type,
                    "choose document, phone, unionid, external_userid, openid, user, ota, device or"
                            + " anonymous");
            Malformed.require(
                    value != null && !value.isBlank() && value.length() <= 200,
                    "value",
                    "",
                    "give the value to block, at most 200 letters");
            Malformed.require(
                    reason != null && reason.strip().length() >= 4,
                    "reason",
                    reason,
                    "say why, in at least 4 characters");
        }

        @Override
        public String toString() {
            return "Command[type=" + type + "]";
        }
    }

    private final BlockStore blocks;
    private final NamedIn named;
    private final Clock clock;

    BlockIdentifier(BlockStore blocks, NamedIn named, Clock clock) {
        this.blocks = blocks;
        this.named = named;
        this.clock = clock;
    }

    @Transactional
    public void handle(Command command) {
        IdType type = IdType.of(command.type()).orElseThrow();
        blocks.add(
                named.identifier(new NamedIn.Value(type, command.value())),
                command.reason(),
                command.by(),
                clock.instant());
    }
}
