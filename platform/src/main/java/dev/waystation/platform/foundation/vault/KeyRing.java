package dev.waystation.platform.foundation.vault;

import java.security.PublicKey;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of one purpose: the newest signs, the older ones still prove what they signed. */
public final class KeyRing {

    /** Whether the first key is made where there is none. */
    enum Missing {
        IS_MADE,
        STAYS
    }

    private final Function<Missing, NavigableMap<Integer, SigningKey>> stored;
    private volatile NavigableMap<Integer, SigningKey> known = new TreeMap<>();

    KeyRing(Function<Missing, NavigableMap<Integer, SigningKey>> stored) {
        this.stored = stored;
    }

    public SigningKey signing() {
        NavigableMap<Integer, SigningKey> keys = known;
        return (keys.isEmpty() ? load(Missing.IS_MADE) : keys).lastEntry().getValue();
    }

    /** The public half of a key, or null where no such key was ever made. */
    public @Nullable PublicKey publicKey(int number) {
        SigningKey key = known.get(number);
        if (key == null) {
            key = load(Missing.STAYS).get(number);
        }
        return key == null ? null : key.publicKey();
    }

    synchronized NavigableMap<Integer, SigningKey> load(Missing missing) {
        NavigableMap<Integer, SigningKey> keys = stored.apply(missing);
        known = keys;
        return keys;
    }
}
