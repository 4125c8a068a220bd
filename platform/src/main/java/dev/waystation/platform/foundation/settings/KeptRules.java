package dev.waystation.platform.foundation.settings;

import dev.waystation.platform.foundation.edge.Said;

/**
 * A subject whose rules are one value among the settings.
 *
 * @param <T> a record that JSON can carry
 */
public abstract class KeptRules<T> implements RuleSet<T> {

    private final Settings settings;
    private final String code;
    private final Said name;
    private final Class<T> shape;
    private final T usual;

    /**
     * @param usual what holds until somebody decided
     */
    protected KeptRules(Settings settings, String code, Said name, Class<T> shape, T usual) {
        this.settings = settings;
        this.code = code;
        this.name = name;
        this.shape = shape;
        this.usual = usual;
    }

    @Override
    public final String code() {
        return code;
    }

    @Override
    public final Said name() {
        return name;
    }

    @Override
    public final Class<T> shape() {
        return shape;
    }

    @Override
    public final T now() {
        return settings.read(code, shape, usual);
    }

    @Override
    public final void put(T wanted, String by) {
        settings.write(code, wanted, by);
    }
}
