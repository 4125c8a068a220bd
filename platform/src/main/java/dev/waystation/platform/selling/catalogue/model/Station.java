package dev.waystation.platform.selling.catalogue.model;

/**
 * A station of a timetable being read.
 *
 * @param cityCode code of its city group
 * @param longitude NaN when unknown
 */
public record Station(
        String code,
        String nameZh,
        String nameEn,
        String pinyin,
        String initials,
        String cityCode,
        double longitude,
        double latitude) {

    public Station inCity(String city) {
        return new Station(code, nameZh, nameEn, pinyin, initials, city, longitude, latitude);
    }

    boolean isPlaced() {
        return !Double.isNaN(longitude) && !Double.isNaN(latitude);
    }

    /** Kilometres along the great circle; NaN when either place is unknown. */
    double kilometresTo(Station other) {
        if (!isPlaced() || !other.isPlaced()) {
            return Double.NaN;
        }
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return 2 * 6_371.0 * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
