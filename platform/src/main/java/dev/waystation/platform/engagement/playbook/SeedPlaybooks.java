package dev.waystation.platform.engagement.playbook;

/** Launches a few playbooks for the sample world; does nothing where something was launched. */
public interface SeedPlaybooks {

    void launch();
}
