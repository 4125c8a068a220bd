package dev.waystation.platform.foundation.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body was read for its fingerprint and can be read again by the handler. */
final class RereadableRequest extends HttpServletRequestWrapper {

    private final byte @Nullable [] body;
    private final byte[] fingerprint;

    RereadableRequest(HttpServletRequest request) throws IOException, ServletException {
        super(request);
        MessageDigest digest = sha256();
        String line =
                request.getMethod()
                        + ' '
                        + request.getRequestURI()
                        + '?'
                        + request.getQueryString();
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        @Nullable String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            // Parts are kept by the container and can be read twice; the boundary differs each
            // time.
            this.body = null;
            for (Part part : request.getParts()) {
                digest.update(part.getName().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } else {
            byte[] read = request.getInputStream().readAllBytes();
            digest.update(read);
            this.body = read;
        }
        this.fingerprint = digest.digest();
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Bytes(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream in;

        Bytes(byte[] bytes) {
            this.in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return in.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is in memory already");
        }
    }
}
