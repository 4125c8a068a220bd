package dev.waystation.platform.foundation.vault;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * An Ed25519 key pair of the house.
 *
 * @param number counts up from 1 within its purpose
 */
public record SigningKey(int number, PublicKey publicKey, PrivateKey privateKey) {}
