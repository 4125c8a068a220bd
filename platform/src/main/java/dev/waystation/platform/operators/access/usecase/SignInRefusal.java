package dev.waystation.platform.operators.access.usecase;

/** Why somebody does not get in, or gets no code. */
public enum SignInRefusal {
    SIGN_IN_LOCKED,
    SIGN_IN_WRONG,
    CODE_WRONG_OR_EXPIRED,
    TOO_MANY_CODES,
    PHONE_IS_NO_MEMBER
}
