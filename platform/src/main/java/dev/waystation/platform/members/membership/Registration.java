package dev.waystation.platform.members.membership;

import java.time.LocalDate;

/**
 * What a person gives to become a member.
 *
 * @param documentType identity_card or passport
 * @param gender female, male or unknown; an identity card overrides it
 * @param channel where the person registered: web, kiosk, window, demo
 */
public record Registration(
        String phone,
        String name,
        String documentType,
        String documentNumber,
        LocalDate birthDate,
        String gender,
        String cityCode,
        String channel) {

    @Override
    public String toString() {
        return "Registration[channel=" + channel + "]";
    }
}
