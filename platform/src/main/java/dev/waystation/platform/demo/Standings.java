package dev.waystation.platform.demo;

/** What each member has after the past was posted. */
interface Standings {

    long points(long memberId);

    String tier(long memberId);
}
