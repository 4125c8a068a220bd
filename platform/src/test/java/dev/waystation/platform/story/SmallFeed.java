package dev.waystation.platform.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A GTFS feed of two trains over three invented stations; one arrival differs by edition. */
final class SmallFeed {

    private final LocalDate from;
    private final LocalDate to;

    SmallFeed(LocalDate from) {
        this.from = from;
        this.to = from.plusDays(20);
    }

    /**
     * @param arrival when S9001 reaches its second station
     */
    byte[] edition(String arrival) {
        return zip(files(arrival));
    }

    private Map<String, String> files(String arrival) {
        DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
        Map<String, String> files = new TreeMap<>();
        files.put(
                "agency.txt",
                """
                agency_id,agency_name,agency_url,agency_timezone
                A,Story,http://localhost,Asia/Shanghai
                """);
        files.put(
                "stops.txt",
                """
                stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
                ST1,故事起点,30.10,114.10,0,
                ST2,故事中途,30.60,114.30,0,
                ST3,故事终点,31.20,114.90,0,
                """);
        files.put("routes.txt", "route_id,agency_id,route_short_name,route_type\nR,A,S,2\n");
        files.put(
                "trips.txt",
                "route_id,service_id,trip_id,trip_short_name\nR,D,T1,S9001\nR,D,T2,S9003\n");
        files.put(
                "stop_times.txt",
                """
                trip_id,arrival_time,departure_time,stop_id,stop_sequence
                T1,20:00:00,20:00:00,ST1,1
                T1,%s,20:43:00,ST2,5
                T1,24:20:00,24:20:00,ST3,9
                T2,06:00:00,06:00:00,ST3,1
                T2,08:10:00,08:10:00,ST1,2
                """
                        .formatted(arrival));
        files.put(
                "calendar.txt",
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nD,1,1,1,1,1,1,1,"
                        + from.format(basic)
                        + ","
                        + to.format(basic)
                        + "\n");
        return files;
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
