package dev.waystation.platform.members.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives to become a member.
 *
 * @param documentType identity_card or passport
 * @param gender female, male or unknown; an identity card overrides it
 * @param channel where the person registered: web, kiosk, window, demo
 * @param invitation the token of an invite link the person opened, or null
 */
public record Registration(
        String phone,
        String name,
        String documentType,
        String documentNumber,
        LocalDate birthDate,
        String gender,
        String cityCode,
        String channel,
        @Nullable String invitation) {

    /** Of somebody nobody invited. */
    public Registration(
            String phone,
            String name,
            String documentType,
            String documentNumber,
            LocalDate birthDate,
            String gender,
            String cityCode,
            String channel) {
        this(phone, name, documentType, documentNumber, birthDate, gender, cityCode, channel, null);
    }

    @Override
    public String toString() {
        return "Registration[channel=" + channel + "]";
    }
}
