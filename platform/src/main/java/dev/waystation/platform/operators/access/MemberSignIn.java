package dev.waystation.platform.operators.access;

import java.util.OptionalLong;

/** Finds the member who owns a phone number; membership implements it, access knows no members. */
public interface MemberSignIn {

    /** The phone as {@link PhoneNumber} writes it. */
    OptionalLong memberByPhone(String phone);
}
