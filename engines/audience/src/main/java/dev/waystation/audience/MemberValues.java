package dev.waystation.audience;

import java.util.List;
import java.util.Map;

/**
 * All that the sets know about one member; what is not in a map is absent.
 *
 * @param wholes stored numbers, days counted from 1970
 * @param deeds the days on which each event was done, and how often
 */
public record MemberValues(
        long memberId,
        Map<String, Long> wholes,
        Map<String, Boolean> flags,
        Map<String, List<String>> texts,
        Map<String, Map<Long, Integer>> deeds) {}
