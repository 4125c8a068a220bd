package dev.waystation.platform.foundation.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, before anybody reads it: what a packed file
 * says about its own size cannot be believed.
 */
final class PackedSize {

    private static final int ENTRIES = 1_000;
    private static final long WHOLE = 2L << 30;

    /** Texts many cells share are held in memory while a sheet is read. */
    private static final long SHARED = 256L << 20;

    private PackedSize() {}

    static void check(Path file) throws IOException {
        check(file, WHOLE, SHARED);
    }

    static void check(Path file, long whole, long shared) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES) {
                throw new WorkbookRefused(WorkbookRefused.Cause.TOO_LARGE);
            }
            long left = whole;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                boolean held = !entry.getName().startsWith("xl/worksheets/");
                left -= unpacked(zip, entry, held ? Math.min(left, shared) : left);
            }
        } catch (ZipException broken) {
            WorkbookRefused refused = new WorkbookRefused(WorkbookRefused.Cause.BROKEN);
            refused.initCause(broken);
            throw refused;
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new WorkbookRefused(WorkbookRefused.Cause.TOO_LARGE);
                }
            }
        }
        return size;
    }
}
