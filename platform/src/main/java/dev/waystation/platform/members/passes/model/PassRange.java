package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The passes on sale, by code and without their numbers, and the sites they open. */
public record PassRange(Map<String, Said> sites, List<PassProduct> products) {

    public PassRange {
        products =
                products.stream()
                        .map(PassRange::plain)
                        .sorted(Comparator.comparing(PassProduct::code))
                        .toList();
        Set<String> opened =
                products.stream()
                        .flatMap(each -> each.entry().sites().stream())
                        .collect(Collectors.toSet());
        sites =
                sites.entrySet().stream()
                        .filter(each -> opened.contains(each.getKey()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Said> known = sites;
        for (PassProduct each : products) {
            Malformed.require(
                    known.keySet().containsAll(each.entry().sites()),
                    "passes.sites",
                    each.entry().sites(),
                    "name every site that a pass opens");
        }
        Malformed.require(
                products.stream().map(PassProduct::code).distinct().count() == products.size(),
                "passes.code",
                products.size(),
                "give every pass a code of its own");
    }

    private static PassProduct plain(PassProduct each) {
        return new PassProduct(
                0,
                each.code(),
                each.name(),
                each.priceMinor(),
                each.pointsPerYuan(),
                each.term(),
                each.entry(),
                each.care(),
                true);
    }
}
