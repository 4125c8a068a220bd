package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.engagement.messaging.SendOutcome;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageQueued;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.model.Candidate;
import dev.waystation.platform.engagement.messaging.model.ReadingHabit;
import dev.waystation.platform.engagement.messaging.model.SendGate;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRow;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.ReasonRows;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Reachability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts every offer to the send gate and keeps the answer, in the transaction of whoever asks. */
@Service
class OfferMessages implements Outbox {

    private final MessageRows messages;
    private final TemplateRows templates;
    private final Recipients recipients;
    private final FactLog facts;
    private final ReasonRows reasons;
    private final JsonMapper json;

    OfferMessages(
            MessageRows messages,
            TemplateRows templates,
            Recipients recipients,
            FactLog facts,
            ReasonRows reasons,
            JsonMapper json) {
        this.messages = messages;
        this.templates = templates;
        this.recipients = recipients;
        this.facts = facts;
        this.reasons = reasons;
        this.json = json;
    }

    @Override
    @Transactional(readOnly = true)
    public Explanation preview(MessageOffer offer, Instant at) {
        Map<UUID, MessageOffer> one = Map.of(offer.reference(), offer);
        return judge(one, Map.of(), Set.of(offer.memberId()), new ReasonRows.Batch(), at)
                .getFirst()
                .verdict()
                .why();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Explanation> answers(List<UUID> references) {
        return reasons.of(references).stream()
                .collect(
                        Collectors.toMap(
                                ReasonRows.Kept::reference,
                                ReasonRows.Kept::why,
                                (first, _) -> first));
    }

    @Override
    @Transactional
    public SendOutcome offer(MessageOffer offer) {
        return offerAll(List.of(offer)).getFirst();
    }

    @Override
    @Transactional
    public List<SendOutcome> offerAll(List<MessageOffer> offers) {
        var byReference = new LinkedHashMap<UUID, MessageOffer>();
        offers.forEach(offer -> byReference.putIfAbsent(offer.reference(), offer));
        var members = new TreeSet<Long>();
        offers.forEach(offer -> members.add(offer.memberId()));
        messages.queueUp(members);
        Map<UUID, KeptMessage> known = messages.known(members, byReference.keySet());
        Instant now = recipients.now();

        var said = new ReasonRows.Batch();
        List<Judged> judged = judge(byReference, known, members, said, now);

        reasons.keep(said, now);
        Map<UUID, Long> ids = messages.insert(judged.stream().map(Judged::row).toList());
        var outcomes = new HashMap<UUID, SendOutcome>();
        known.forEach((reference, message) -> outcomes.put(reference, answerOf(message)));
        var news = new ArrayList<Fact>();
        for (Judged one : judged) {
            Long id = ids.get(one.row().reference());
            if (id == null) {
                throw new IllegalStateException(
                        "Message %s was not written".formatted(one.row().reference()));
            }
            outcomes.put(one.row().reference(), outcome(id, one.verdict()));
            news.add(fact(id, one, now));
        }
        facts.append(news);
        return offers.stream().map(offer -> found(outcomes, offer.reference())).toList();
    }

    private record Judged(MessageRow row, SendGate.Verdict verdict) {}

    private List<Judged> judge(
            Map<UUID, MessageOffer> offers,
            Map<UUID, KeptMessage> known,
            Set<Long> members,
            ReasonRows.Batch said,
            Instant now) {
        LocalDate first = now.atZone(VenueZone.DEFAULT).toLocalDate();
        Map<Long, List<Candidate.Sent>> sent =
                messages.sentSince(members, first.minusDays(SendRules.LONGEST_DAYS));
        Map<Long, Reachability> reach =
                recipients.reach(
                        members,
                        offers.values().stream()
                                .map(MessageOffer::channel)
                                .collect(Collectors.toSet()));
        Set<RuleRows.Suppressed> suppressed = recipients.suppressed(members);
        var texts = new HashMap<String, Optional<Template>>();
        var judged = new ArrayList<Judged>();
        SendRules rules = recipients.rules();
        SendGate gate = new SendGate(rules);
        Map<Long, ReadingHabit> habits = recipients.habits(rules, members);
        Habits.Clocks clocks = recipients.clocks(members);
        offers.forEach((reference, offer) -> {
            if (known.containsKey(reference)) {
                return;
            }
            Template template =
                    texts.computeIfAbsent(offer.templateCode(), templates::latest).orElse(null);
            List<Candidate.Sent> own =
                    sent.computeIfAbsent(offer.memberId(), _ -> new ArrayList<>());
            Candidate candidate =
                    Recipients.candidate(
                            offer,
                            template,
                            reach.get(offer.memberId()),
                            suppressed.contains(
                                    new RuleRows.Suppressed(offer.memberId(), offer.channel())),
                            own,
                            clocks.of(offer.memberId()));
            SendGate.Verdict verdict = gate.judge(candidate, habits.get(offer.memberId()), now);
            int version = template == null ? 0 : template.version();
            MessageRow row = row(offer, version, verdict, said, now);
            Instant due = row.dueAt();
            if (due != null && !offer.purpose().equals(MessageOffer.TRANSACTIONAL)) {
                LocalDate day = due.atZone(VenueZone.DEFAULT).toLocalDate();
                own.add(new Candidate.Sent(offer.purpose(), offer.channel(), day, 1));
            }
            judged.add(new Judged(row, verdict));
        });
        return judged;
    }

    private static MessageRow row(
            MessageOffer offer,
            int templateVersion,
            SendGate.Verdict verdict,
            ReasonRows.Batch said,
            Instant now) {
        String status = "withheld";
        String reason = null;
        Instant due = null;
        switch (verdict) {
            case SendGate.Verdict.Leaves _ -> {
                status = "queued";
                due = now;
            }
            case SendGate.Verdict.Waits waits -> {
                status = "delayed";
                due = waits.until();
            }
            case SendGate.Verdict.Stays stays -> reason = stays.reason().name();
        }
        Explanation because = offer.because();
        return new MessageRow(
                offer,
                templateVersion,
                status,
                reason,
                because == null ? null : said.of(because),
                said.of(verdict.why()),
                now,
                due);
    }

    private static SendOutcome outcome(long id, SendGate.Verdict verdict) {
        return switch (verdict) {
            case SendGate.Verdict.Leaves leaves -> new SendOutcome.Queued(id, leaves.why());
            case SendGate.Verdict.Waits waits ->
                    new SendOutcome.Delayed(id, waits.until(), waits.why());
            case SendGate.Verdict.Stays stays ->
                    new SendOutcome.Withheld(id, stays.reason(), stays.why());
        };
    }

    private static Fact fact(long id, Judged judged, Instant now) {
        MessageOffer offer = judged.row().offer();
        Instant due = judged.row().dueAt();
        String why = ReasonRows.idOf(offer.reference(), offer.memberId());
        if (due != null) {
            return new MessageQueued(
                    id,
                    offer.memberId(),
                    offer.channel(),
                    offer.templateCode(),
                    offer.source(),
                    due,
                    why,
                    now);
        }
        return new MessageWithheld(
                id,
                offer.memberId(),
                offer.channel(),
                offer.templateCode(),
                String.valueOf(judged.row().reason()),
                offer.source(),
                why,
                now);
    }

    /** The answer of the first time, read back from what was kept. */
    private SendOutcome answerOf(KeptMessage message) {
        Explanation why = json.readValue(message.whyJson(), Explanation.class);
        String reason = message.reason();
        Instant due = message.dueAt();
        if (message.status().equals("withheld") && reason != null) {
            return new SendOutcome.Withheld(
                    message.messageId(), WithheldReason.valueOf(reason), why);
        }
        return due != null && due.isAfter(message.offeredAt())
                ? new SendOutcome.Delayed(message.messageId(), due, why)
                : new SendOutcome.Queued(message.messageId(), why);
    }

    private static SendOutcome found(Map<UUID, SendOutcome> outcomes, UUID reference) {
        SendOutcome outcome = outcomes.get(reference);
        if (outcome == null) {
            throw new IllegalStateException("No answer for offer %s".formatted(reference));
        }
        return outcome;
    }
}
