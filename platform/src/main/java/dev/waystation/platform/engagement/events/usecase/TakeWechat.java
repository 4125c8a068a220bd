package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.store.HookStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Service;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in what WeChat calls about an official account: who follows, leaves, scans and writes. Its
 * calls are XML in the plain mode, signed over the token, the moment and a nonce.
 */
@Service
public class TakeWechat {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** The three words of a signature, as they stand in the address. */
    public record Signed(String signature, String timestamp, String nonce) {}

    private final HookStore hooks;
    private final TakeWebhook take;
    private final MachineTime machine;

    TakeWechat(HookStore hooks, TakeWebhook take, MachineTime machine) {
        this.hooks = hooks;
        this.take = take;
        this.machine = machine;
    }

    /** Whether the call is signed with the token of this source, within five minutes. */
    public boolean isGenuine(int sourceId, Signed signed) {
        return find(sourceId, signed).isPresent();
    }

    /** Empty when the signature is not right. */
    public Optional<TakeEvents.Outcome> handle(int sourceId, Signed signed, byte[] body) {
        TakeEvents.requireFit(body);
        return find(sourceId, signed)
                .map(hook -> take.take(hook.source(), signed.signature(), fields(body)));
    }

    private Optional<HookStore.Hook> find(int sourceId, Signed signed) {
        return hooks.find(sourceId)
                .filter(hook -> hook.source().kind().equals("wechat"))
                .filter(hook -> isFresh(signed.timestamp()))
                .filter(hook ->
                        MessageDigest.isEqual(
                                sign(hook.secret(), signed).getBytes(StandardCharsets.UTF_8),
                                signed.signature().getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isFresh(String timestamp) {
        return timestamp.matches("\\d{9,10}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), machine.now())
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    private static String sign(String token, Signed signed) {
        String sorted =
                Stream.of(token, signed.timestamp(), signed.nonce())
                        .sorted()
                        .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }

    /** The flat elements of the message; a message has its type where an event has its name. */
    private static ObjectNode fields(byte[] body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Node node = root(body).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                fields.put(element.getTagName(), element.getTextContent().strip());
            }
        }
        Malformed.require(
                !fields.has("Encrypt"),
                "body",
                "Encrypt",
                "choose the plain mode in the WeChat console");
        if (!fields.has("Event")) {
            fields.set("Event", fields.path("MsgType"));
        }
        return fields;
    }

    private static Element root(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (SAXException | IOException unreadable) {
            throw new Malformed(
                    "body", Texts.beginning(body), "send the XML of WeChat's plain mode");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every JDK reads XML", e);
        }
    }
}
