package dev.waystation.platform.engagement.messaging.usecase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Speaks just enough SMTP to say no at a chosen point: {@code RCPT 550 …} to the recipient, {@code
 * END 554 …} after the text, {@code END -} hangs up there without a word.
 */
final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String point;
    private final String answer;

    ScriptedMailServer(String script) throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        point = script.substring(0, script.indexOf(' '));
        answer = script.substring(point.length() + 1);
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket peer = socket.accept();
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        peer.getInputStream(), StandardCharsets.UTF_8));
                Writer out =
                        new java.io.OutputStreamWriter(
                                peer.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 here");
            boolean text = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (text && !line.equals(".")) {
                    continue;
                }
                String command = text ? "END" : word(line);
                text = command.equals("DATA");
                if (command.equals(point)) {
                    if (answer.equals("-")) {
                        return;
                    }
                    say(out, answer);
                } else {
                    say(out, command.equals("DATA") ? "354 go on" : "250 ok");
                }
            }
        } catch (IOException hungUp) {
            // the other side has gone, as it may
        }
    }

    private static String word(String line) {
        int end = line.indexOf(' ');
        return (end < 0 ? line : line.substring(0, end)).toUpperCase(Locale.ROOT);
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
