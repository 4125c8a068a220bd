package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.ExchangeFile;
import dev.waystation.platform.members.partners.model.FileLines;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.FileStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.partners.store.SettlementStore;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a partner's file in: control totals first, then every line gets an answer of its own. A
 * line that was answered before is answered the same; the file can be sent as often as one likes.
 */
@Service
public class ReceiveFile {

    /** A file with the totals the partner counted. */
    public record Command(
            String partner, String name, String content, int lines, long units, String by) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Answered(ExchangeFile file) implements Outcome {}

        /** Nothing of it was taken; what we counted. */
        record Refused(PartnerRefusal code, int lines, long units) implements Outcome {}
    }

    private final PartnerStore partners;
    private final AskConversion ask;
    private final NamedMembers members;
    private final FileStore files;
    private final SettlementStore settlement;
    private final Clock clock;

    ReceiveFile(
            PartnerStore partners,
            AskConversion ask,
            NamedMembers members,
            FileStore files,
            SettlementStore settlement,
            Clock clock) {
        this.partners = partners;
        this.ask = ask;
        this.members = members;
        this.files = files;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Partner partner = partners.byCode(command.partner()).orElse(null);
        if (partner == null) {
            return new Outcome.Refused(PartnerRefusal.PARTNER_NOT_FOUND, 0, 0);
        }
        Contract contract = ask.contractNow(partner).orElse(null);
        if (contract == null) {
            return new Outcome.Refused(PartnerRefusal.PARTNER_HAS_NO_CONTRACT, 0, 0);
        }
        List<FileLines.Line> lines = FileLines.read(command.content(), contract.zone());
        long units = lines.stream().mapToLong(FileLines.Line::units).sum();
        if (lines.isEmpty()) {
            return new Outcome.Refused(PartnerRefusal.FILE_IS_EMPTY, 0, 0);
        }
        if (lines.size() != command.lines() || units != command.units()) {
            return new Outcome.Refused(PartnerRefusal.FILE_TOTALS_DIFFER, lines.size(), units);
        }
        ExchangeFile file =
                new ExchangeFile(
                        UUID.randomUUID(),
                        partner.id(),
                        command.name(),
                        lines.size(),
                        units,
                        clock.instant(),
                        command.by(),
                        lines.stream().map(line -> answer(line, partner, contract)).toList());
        files.keep(file);
        return new Outcome.Answered(file);
    }

    private ExchangeFile.Line answer(FileLines.Line line, Partner partner, Contract contract) {
        var at = line.at();
        if (!line.readable() || at == null) {
            return answered(line, "LINE_IS_BROKEN", 0);
        }
        Long member = members.find(line.member()).orElse(null);
        AskConversion.Outcome outcome =
                ask.handle(
                        new AskConversion.Command(
                                partner.code(),
                                Direction.IN,
                                line.event(),
                                member,
                                null,
                                line.units(),
                                Conversion.Channel.FILE,
                                at));
        return switch (outcome) {
            case AskConversion.Outcome.Refused(var code, long _) -> answered(line, code.name(), 0);
            case AskConversion.Outcome.Asked(Conversion made, boolean repeated) ->
                    answered(line, word(made, repeated, partner, contract), made.points());
        };
    }

    private String word(Conversion made, boolean repeated, Partner partner, Contract contract) {
        if (repeated) {
            return "REPEATED";
        }
        if (made.state() == Conversion.State.SUSPENSE) {
            return "SUSPENSE";
        }
        return settlement.locked(partner.id(), contract.monthOf(made.occurredAt()))
                ? "ACCEPTED_LATE"
                : "ACCEPTED";
    }

    private static ExchangeFile.Line answered(FileLines.Line line, String answer, long points) {
        return new ExchangeFile.Line(
                line.number(), line.event(), line.member(), line.units(), answer, points);
    }
}
