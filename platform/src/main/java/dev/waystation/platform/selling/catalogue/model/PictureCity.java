package dev.waystation.platform.selling.catalogue.model;

import dev.waystation.platform.selling.catalogue.City;
import java.util.Locale;

/** A city with what people type to find it. */
public record PictureCity(City city, String pinyin, String initials) {

    boolean matches(String lowerCaseStart) {
        return city.nameZh().startsWith(lowerCaseStart)
                || city.nameEn().toLowerCase(Locale.ROOT).startsWith(lowerCaseStart)
                || city.code().toLowerCase(Locale.ROOT).startsWith(lowerCaseStart)
                || pinyin.startsWith(lowerCaseStart)
                || initials.startsWith(lowerCaseStart);
    }
}
