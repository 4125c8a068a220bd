package dev.waystation.platform.members.membership.model;

/** Why somebody does not become a member or a traveller. */
public enum RegistrationRefusal {
    DOCUMENT_FORM_IS_WRONG,
    DOCUMENT_CHECK_CHARACTER_IS_WRONG,
    DOCUMENT_BIRTH_DATE_IS_WRONG,
    BIRTH_DATE_DIFFERS_FROM_DOCUMENT,
    BIRTH_DATE_IS_AHEAD,
    PHONE_CODE_IS_WRONG,
    PHONE_IS_LOCKED,
    PHONE_IS_TAKEN,
    DOCUMENT_IS_TAKEN,
    TRAVELLER_IS_LISTED,
    TRAVELLER_LIST_IS_FULL
}
