package dev.waystation.platform.members.wallet.model;

/**
 * What a check of the whole ledger found; sound books have only zeros after the counts.
 *
 * @param trialBalance by how much the postings of the currencies miss zero, all together
 */
public record BooksCheck(
        long entries,
        long accounts,
        long trialBalance,
        long unbalancedEntries,
        long accountsOffTheirLots,
        long accountsOffTheirPostings,
        long entriesOffTheirAllocations,
        long lotsOffTheirAllocations,
        long gapsInNumbers) {

    public boolean sound() {
        return trialBalance == 0
                && unbalancedEntries == 0
                && accountsOffTheirLots == 0
                && accountsOffTheirPostings == 0
                && entriesOffTheirAllocations == 0
                && lotsOffTheirAllocations == 0
                && gapsInNumbers == 0;
    }
}
