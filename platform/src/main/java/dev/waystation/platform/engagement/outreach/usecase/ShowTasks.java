package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.outreach.model.Chat;
import dev.waystation.platform.engagement.outreach.model.Part;
import dev.waystation.platform.engagement.outreach.model.StaffContacts;
import dev.waystation.platform.engagement.outreach.model.Tally;
import dev.waystation.platform.engagement.outreach.store.ChatRows;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.MassTaskRows;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tasks of staff, how far each of the staff is, and what came of every receiver. */
@Service
public class ShowTasks {

    private static final TypeReference<Map<String, Long>> STATES = new TypeReference<>() {};

    private final MassTaskRows tasks;
    private final PartRows parts;
    private final LineRows lines;
    private final WecomCalls wecom;
    private final Directory directory;
    private final JsonMapper json;

    ShowTasks(
            MassTaskRows tasks,
            PartRows parts,
            LineRows lines,
            WecomCalls wecom,
            Directory directory,
            JsonMapper json) {
        this.tasks = tasks;
        this.parts = parts;
        this.lines = lines;
        this.wecom = wecom;
        this.directory = directory;
        this.json = json;
    }

    /** Who and which groups there are to choose from. */
    @Component
    record Directory(ContactRows contacts, ChatRows chats, Members members) {}

    /**
     * A task.
     *
     * @param states parts by state
     */
    public record Shown(
            long id,
            String kind,
            String source,
            String template,
            String name,
            String by,
            Instant createdAt,
            Map<String, Long> states,
            long receivers,
            long sent,
            long waiting) {}

    /** One of the staff and how far they are. */
    public record Asked(Part part, Tally tally) {}

    /** A task and whom of the staff it asks. */
    public record Whole(Shown task, List<Asked> staff) {}

    /** One receiver: a member once known, or a group. */
    public record Receiver(
            String key,
            @Nullable Long memberId,
            @Nullable String memberMasked,
            @Nullable String group,
            String result,
            @Nullable Instant at) {}

    /** Whom one may choose; not connected while there is no account. */
    public record Choices(boolean connected, List<StaffContacts> staff, List<Chat> groups) {}

    @Transactional(readOnly = true)
    public List<Shown> page(long before, int limit) {
        return tasks.page(before, limit).stream().map(this::shown).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Whole> find(long id) {
        Map<Long, Tally> tallies = lines.tallies(id);
        return tasks.find(id)
                .map(row ->
                        new Whole(
                                shown(row),
                                parts.ofTask(id).stream()
                                        .map(part ->
                                                new Asked(
                                                        part,
                                                        tallies.getOrDefault(
                                                                part.id(), new Tally(0, 0, 0))))
                                        .toList()));
    }

    @Transactional(readOnly = true)
    public List<Receiver> receivers(long part, String after, int limit) {
        Optional<Part> found = parts.find(part);
        if (found.isEmpty()) {
            return List.of();
        }
        return lines.page(part, after, limit).stream()
                .map(line ->
                        new Receiver(
                                line.receiver(),
                                line.memberId(),
                                masked(line.memberId()),
                                group(found.get(), line.receiver()),
                                line.result(),
                                line.at()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Choices choices() {
        return wecom.accounts().stream()
                .findFirst()
                .map(account ->
                        new Choices(
                                true,
                                directory.contacts().staff(account),
                                directory.chats().all(account)))
                .orElse(new Choices(false, List.of(), List.of()));
    }

    private @Nullable String masked(@Nullable Long member) {
        return member == null
                ? null
                : directory.members().card(member).map(MemberCard::maskedName).orElse(null);
    }

    private @Nullable String group(Part part, String receiver) {
        return directory.chats().some(part.account(), List.of(receiver)).stream()
                .map(Chat::name)
                .findFirst()
                .orElse(null);
    }

    private Shown shown(MassTaskRows.Row row) {
        return new Shown(
                row.id(),
                row.kind().word(),
                row.source(),
                row.template(),
                row.name(),
                row.by(),
                row.createdAt(),
                json.readValue(row.statesJson(), STATES),
                row.receivers(),
                row.sent(),
                row.waiting());
    }
}
