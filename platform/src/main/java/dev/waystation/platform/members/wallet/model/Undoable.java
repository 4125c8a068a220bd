package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.Reversed;
import java.time.LocalDate;

/**
 * A reversal or an expiry that can be undone, once.
 *
 * @param did what it took from which lots; an expiry owes nothing
 * @param undone whether it was undone already
 * @param postedOn the day it was posted
 */
public record Undoable(Reversed did, boolean undone, LocalDate postedOn) {}
