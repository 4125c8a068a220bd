package dev.waystation.platform.selling.catalogue.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small GTFS feed, written out anew for each test and broken where the test says so. */
public final class GtfsFeed {

    private final Map<String, String> files = new LinkedHashMap<>();

    /** A daily sleeper past midnight over three stations, the middle one with two platforms. */
    public static GtfsFeed sleeper(String key) {
        return new GtfsFeed()
                .with(
                        "stops.txt",
                        """
                        stop_id,stop_name,location_type,parent_station,stop_lat,stop_lon
                        %1$s-A,"Aville, Main",1,,30.0,110.0
                        %1$s-A1,"Aville, Main",,%1$s-A,30.0,110.0
                        %1$s-B,Beta,1,,31.0,111.0
                        %1$s-B1,Beta platform 1,0,%1$s-B,31.0,111.0
                        %1$s-B2,Beta platform 2,0,%1$s-B,31.0,111.0
                        %1$s-BX,Beta entrance,2,%1$s-B,31.0,111.0
                        %1$s-C,Gamma,0,,32.0,112.0
                        %1$s-D,Delta,,,33.0,113.0
                        """
                                .formatted(key))
                .with(
                        "routes.txt",
                        "route_id,route_short_name,route_type\n%s-R,Z%s,2\n".formatted(key, key))
                .with(
                        "trips.txt",
                        "route_id,service_id,trip_id\n%1$s-R,%1$s-S,%1$s-T\n".formatted(key))
                .with(
                        "stop_times.txt",
                        """
                        trip_id,arrival_time,departure_time,stop_id,stop_sequence
                        %1$s-T,22:40:00,22:50:00,%1$s-A1,10
                        %1$s-T,,,%1$s-C,30
                        %1$s-T,24:50:00,25:00:00,%1$s-B2,20
                        %1$s-T,27:00:00,27:00:00,%1$s-D,40
                        """
                                .formatted(key))
                .with(
                        "calendar.txt",
                        """
                        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
                        %s-S,1,1,1,1,1,0,0,20991102,20991115
                        """
                                .formatted(key))
                .with(
                        "calendar_dates.txt",
                        """
                        service_id,date,exception_type
                        %1$s-S,20991107,1
                        %1$s-S,20991104,2
                        """
                                .formatted(key));
    }

    public GtfsFeed with(String file, String text) {
        files.put(file, text);
        return this;
    }

    public GtfsFeed without(String file) {
        files.remove(file);
        return this;
    }

    public GtfsFeed replace(String file, String old, String by) {
        String text = files.getOrDefault(file, "");
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not say " + old);
        }
        return with(file, text.replace(old, by));
    }

    /** As a spreadsheet saves it. */
    public GtfsFeed savedBySpreadsheet() {
        files.replaceAll((name, text) -> "\uFEFF" + text.replace("\n", "\r\n"));
        return this;
    }

    public Map<String, InputStream> streams() {
        Map<String, InputStream> streams = new HashMap<>();
        files.forEach((name, text) -> streams.put(name, new ByteArrayInputStream(bytes(text))));
        return streams;
    }

    public Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip with the files in a folder inside, as many feeds come. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("feed/" + file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
