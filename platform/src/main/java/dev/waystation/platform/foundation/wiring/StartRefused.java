package dev.waystation.platform.foundation.wiring;

/** The platform will not start like this; says what stands in the way and what to do about it. */
public final class StartRefused extends IllegalStateException {

    private final String what;
    private final String remedy;

    StartRefused(String what, String remedy) {
        super(what + ".\nMaybe " + remedy);
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
