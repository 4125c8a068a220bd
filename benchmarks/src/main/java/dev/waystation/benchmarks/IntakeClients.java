package dev.waystation.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends batches on kept connections. A request is made once and only its message ids are changed,
 * so that the clients cost the same, and little, whoever is asked.
 */
final class IntakeClients {

    static final int EVENTS = 100;
    static final int CONNECTIONS = 64;

    static final String VENUE = "WUH";

    static final String SCHEMA =
            """
            {"type": "object",
             "properties": {
                "hotel": {"type": "string", "maxLength": 40},
                "city": {"type": "string", "enum": ["WUH", "SHA", "CAN"]},
                "nights": {"type": "integer", "minimum": 1, "maximum": 30},
                "amountMinor": {"type": "integer", "minimum": 0},
                "breakfast": {"type": "boolean"}},
             "required": ["hotel", "nights"]}
            """;

    private static final String EVENT =
            """
            {"type":"track","messageId":"%s","userId":"guest-%08d","event":"bench.hotel_booked",\
            "timestamp":"%s","context":{"venue":"%s","zone":"hall"},"properties":{"hotel":\
            "River View","city":"WUH","nights":2,"amountMinor":45800,"breakfast":true}}\
            """;

    private final int port;
    private final String key;
    private final int round;

    /**
     * @param round makes the message ids differ from those of other rounds
     */
    IntakeClients(int port, String key, int round) {
        this.port = port;
        this.key = key;
        this.round = round;
    }

    static int bytesAnEvent() {
        return EVENT.formatted(id(0, 0), 0, "2026-12-01T08:30:00Z", VENUE).length();
    }

    static String id(int round, int number) {
        return "%08x-%08x".formatted(round, number);
    }

    /** Events a second, from the first request to the last answer. */
    double send(int requests) {
        AtomicInteger next = new AtomicInteger();
        long start;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = new ArrayList<>();
            List<Client> open = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                open.add(new Client());
            }
            start = System.nanoTime();
            for (Client client : open) {
                sent.add(clients.submit(() -> client.sendUntil(next, requests)));
            }
            for (Future<Integer> each : sent) {
                each.get();
            }
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return requests * (double) EVENTS / seconds;
    }

    /** One connection with its request. */
    private final class Client {

        private final byte[] request;
        private final int[] places = new int[EVENTS];
        private final Socket socket;

        Client() throws IOException {
            StringBuilder body = new StringBuilder("{\"batch\":[");
            String now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toString();
            for (int i = 0; i < EVENTS; i++) {
                body.append(i == 0 ? "" : ",").append(EVENT.formatted(id(round, 0), i, now, VENUE));
            }
            body.append("]}");
            String head =
                    """
                    POST /v1/batch HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Basic %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(
                                    Base64.getEncoder()
                                            .encodeToString(
                                                    (key + ":").getBytes(StandardCharsets.UTF_8)),
                                    body.length());
            String whole = head + body;
            int at = 0;
            for (int i = 0; i < EVENTS; i++) {
                at = whole.indexOf("\"messageId\":\"", at) + "\"messageId\":\"".length();
                places[i] = at + "00000000-".length();
            }
            request = whole.getBytes(StandardCharsets.UTF_8);
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        }

        int sendUntil(AtomicInteger next, int requests) throws IOException {
            int sent = 0;
            try (socket;
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 4096)) {
                OutputStream out = socket.getOutputStream();
                for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                    for (int i = 0; i < EVENTS; i++) {
                        write(places[i], n * EVENTS + i);
                    }
                    out.write(request);
                    answered(in);
                    sent++;
                }
            }
            return sent;
        }

        private void write(int place, int number) {
            for (int digit = 7; digit >= 0; digit--) {
                request[place + 7 - digit] =
                        (byte) Character.forDigit(number >>> (digit * 4) & 15, 16);
            }
        }

        private void answered(InputStream in) throws IOException {
            String status = line(in);
            if (!status.startsWith("HTTP/1.1 202")) {
                throw new IOException(status);
            }
            int length = 0;
            boolean chunked = false;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String lower = line.toLowerCase(java.util.Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding: chunked");
            }
            if (chunked) {
                for (int size = size(in); size > 0; size = size(in)) {
                    in.skipNBytes(size + 2L);
                }
                line(in);
            } else {
                in.skipNBytes(length);
            }
        }

        private static int size(InputStream in) throws IOException {
            return Integer.parseInt(line(in).strip(), 16);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int each = in.read(); each != '\n'; each = in.read()) {
                if (each < 0) {
                    throw new IOException("The server has hung up");
                }
                if (each != '\r') {
                    line.append((char) each);
                }
            }
            return line.toString();
        }
    }
}
