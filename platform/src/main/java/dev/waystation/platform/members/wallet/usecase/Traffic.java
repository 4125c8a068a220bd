package dev.waystation.platform.members.wallet.usecase;

/** How much the lanes have answered so far, to tell whether members are waiting beside a job. */
interface Traffic {
    long answered();
}
