package dev.waystation.platform.selling.catalogue;

/** A run that takes a traveller from one city to another without a change. */
public record Connection(Run run, int fromCall, int toCall) {

    public Call from() {
        return run.calls().get(fromCall);
    }

    public Call to() {
        return run.calls().get(toCall);
    }
}
