package dev.waystation.platform.selling.catalogue.model;

import java.util.List;

/** What a run needs to know of its train. */
public record PictureTrain(
        long trainId, String code, List<String> numbers, String category, String rollingStock) {}
