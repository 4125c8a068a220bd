package dev.waystation.condition;

/**
 * Something in a condition that can't be meant: where it stands, the value found there, what is
 * wrong and what would be right.
 *
 * @param code stable name for programs
 * @param at place in the JSON form
 * @param value what was found, as text
 */
public record Problem(String code, String at, String value, Phrase text, Phrase remedy) {

    @Override
    public String toString() {
        return at + " = " + value + ": " + text.en() + ". Maybe " + remedy.en();
    }
}
