package dev.waystation.platform.selling.admission;

/** The door of admission: what a gate does with what it scanned. */
public interface Gate {

    /**
     * Decides on a code and keeps the decision in the diary. True when the gate opens; the same
     * code opens it once.
     *
     * @param code what the scanner read
     * @param gate name of the gate or device
     * @param stationCode where it stands
     */
    boolean opens(String code, String gate, String stationCode);
}
