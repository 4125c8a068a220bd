package dev.waystation.platform.selling.inventory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waystation.platform.selling.inventory.model.Claim;
import dev.waystation.platform.selling.inventory.model.ClaimState;
import dev.waystation.platform.selling.inventory.model.RunState;
import dev.waystation.release.LimitSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A run's state as bytes: a few dozen per claim, read many times faster than its journal. */
@Component
final class RunStateBytes {

    private static final int FORMAT = 1;

    private final LimitText limitText;

    RunStateBytes(LimitText limitText) {
        this.limitText = limitText;
    }

    byte[] write(RunState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeLong(state.sequence());
            out.writeInt(state.steps().size());
            for (String step : state.steps()) {
                out.writeUTF(step);
            }
            out.writeInt(state.limits().size());
            for (Map.Entry<String, LimitSet> limits : state.limits().entrySet()) {
                out.writeUTF(limits.getKey());
                byte[] text = limitText.write(limits.getValue()).getBytes(UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            out.writeInt(state.claims().size());
            for (Claim claim : state.claims()) {
                write(out, claim);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Empty for anything but a whole state in today's format: then the journal is read instead. */
    Optional<RunState> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return Optional.empty();
            }
            long sequence = in.readLong();
            Set<String> steps = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                steps.add(in.readUTF());
            }
            Map<String, LimitSet> limits = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String seatClass = in.readUTF();
                String text = new String(in.readNBytes(in.readInt()), UTF_8);
                limits.put(seatClass, limitText.read(text));
            }
            List<Claim> claims = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                claims.add(claim(in));
            }
            return in.read() < 0
                    ? Optional.of(new RunState(sequence, claims, steps, limits))
                    : Optional.empty();
        } catch (IOException | RuntimeException notWhole) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Claim claim) throws IOException {
        out.writeLong(claim.holdRef().getMostSignificantBits());
        out.writeLong(claim.holdRef().getLeastSignificantBits());
        out.writeUTF(claim.seatClass());
        out.writeShort(claim.fromCall());
        out.writeShort(claim.toCall());
        out.writeByte(claim.seatCount());
        for (int passenger = 0; passenger < claim.seatCount(); passenger++) {
            out.writeInt(claim.seats().get(passenger));
            out.writeUTF(claim.groups().get(passenger));
        }
        out.writeUTF(claim.channel());
        out.writeUTF(claim.state().name());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, claim.expiresAt()));
    }

    private static Claim claim(DataInputStream in) throws IOException {
        UUID holdRef = new UUID(in.readLong(), in.readLong());
        String seatClass = in.readUTF().intern();
        int fromCall = in.readShort();
        int toCall = in.readShort();
        List<Integer> seats = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            seats.add(in.readInt());
            groups.add(in.readUTF().intern());
        }
        return new Claim(
                holdRef,
                seatClass,
                fromCall,
                toCall,
                seats,
                groups,
                in.readUTF().intern(),
                ClaimState.valueOf(in.readUTF()),
                Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS));
    }
}
