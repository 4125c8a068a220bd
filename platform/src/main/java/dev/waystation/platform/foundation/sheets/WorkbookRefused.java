package dev.waystation.platform.foundation.sheets;

import java.io.IOException;

/** A workbook that is not read, and why. */
public final class WorkbookRefused extends IOException {

    /** Why; each asks for another remedy. */
    public enum Cause {
        /** The form of before 2007, or one with a password. */
        OLD_FORM,
        /** It unpacks to far more than anybody types. */
        TOO_LARGE,
        /** It is no workbook, or a broken one. */
        BROKEN
    }

    private static final long serialVersionUID = 1L;

    private final Cause cause;

    WorkbookRefused(Cause cause) {
        super("The workbook is not read: " + cause);
        this.cause = cause;
    }

    public Cause why() {
        return cause;
    }
}
