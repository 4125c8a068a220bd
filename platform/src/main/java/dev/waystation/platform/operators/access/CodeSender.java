package dev.waystation.platform.operators.access;

/**
 * Brings a sign-in code to a phone. Without a gateway the sandbox keeps it where it can be seen.
 */
public interface CodeSender {

    void send(String phone, String code);
}
