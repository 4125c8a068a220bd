package dev.waystation.platform.selling.catalogue.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a timetable by their plain name, out of a folder or a zip; {@code .gz} is unpacked,
 * the mark that Excel puts before UTF-8 is taken off.
 */
public final class TimetableFiles {

    /** Enough for a national feed; what unpacks to more is taken for an attack or a mistake. */
    static final long MOST_BYTES = 1L << 30;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Findings findings;
    private long bytesLeft = MOST_BYTES;

    private TimetableFiles(Findings findings) {
        this.findings = findings;
    }

    /** Reads a folder, a zip, or the files of a class path folder given as streams. */
    public static TimetableFiles at(Path path, Findings findings) throws IOException {
        TimetableFiles files = new TimetableFiles(findings);
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.filter(Files::isRegularFile).sorted().toList()) {
                    try (InputStream in = Files.newInputStream(child)) {
                        files.add(child.getFileName().toString(), in);
                    }
                }
            }
            return files;
        }
        try (InputStream in = Files.newInputStream(path)) {
            files.addZip(path.getFileName().toString(), in);
        }
        return files;
    }

    public static TimetableFiles of(Map<String, InputStream> streams, Findings findings)
            throws IOException {
        TimetableFiles files = new TimetableFiles(findings);
        for (Map.Entry<String, InputStream> stream : streams.entrySet()) {
            files.add(stream.getKey(), stream.getValue());
        }
        return files;
    }

    public Set<String> names() {
        return contents.keySet();
    }

    boolean has(String name) {
        return contents.containsKey(name);
    }

    /** Reads the rows of a file; a needed file that is absent is a finding. */
    Optional<Table> table(String name) {
        byte[] bytes = contents.get(name);
        if (bytes == null) {
            findings.add(name, 0, "", name, FindingCode.FILE_IS_MISSING);
            return Optional.empty();
        }
        return text(name, bytes).map(text -> new Table(name, text, findings));
    }

    /** Notes the files that none of the given names covers. */
    void noteOthersThan(List<String> known) {
        contents.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(name, 0, "", name, FindingCode.NOT_READ));
    }

    private void addZip(String zip, InputStream in) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(in)) {
            boolean any = false;
            ZipEntry entry = entries.getNextEntry();
            while (entry != null) {
                any = true;
                if (!entry.isDirectory()) {
                    String name = entry.getName();
                    add(name.substring(name.lastIndexOf('/') + 1), entries);
                }
                entry = entries.getNextEntry();
            }
            if (!any) {
                findings.add(zip, 0, "", zip, FindingCode.NOT_A_TIMETABLE);
            }
        } catch (ZipException e) {
            findings.add(zip, 0, "", String.valueOf(e.getMessage()), FindingCode.FILE_IS_BROKEN);
        }
    }

    private void add(String fileName, InputStream in) throws IOException {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz");
        String plain = packed ? name.substring(0, name.length() - 3) : name;
        if (!plain.endsWith(".csv") && !plain.endsWith(".txt")) {
            return;
        }
        try {
            contents.put(plain, limited(plain, packed ? new GZIPInputStream(in) : in));
        } catch (ZipException | EOFException e) {
            findings.add(plain, 0, "", String.valueOf(e.getMessage()), FindingCode.FILE_IS_BROKEN);
        }
    }

    private byte[] limited(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, bytesLeft + 1));
        bytesLeft -= bytes.length;
        if (bytesLeft < 0) {
            findings.add(name, 0, "", name, FindingCode.FILE_IS_TOO_LARGE);
            bytesLeft = 0;
            return new byte[0];
        }
        return bytes;
    }

    private Optional<String> text(String name, byte[] bytes) {
        Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            text = decoded(bytes, GB18030);
            FindingCode code =
                    text.isEmpty() ? FindingCode.TEXT_IS_BROKEN : FindingCode.TEXT_WAS_GB18030;
            findings.add(name, 0, "", name, code);
        }
        return text.map(found -> found.startsWith("\uFEFF") ? found.substring(1) : found);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
