package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Condition;
import dev.waystation.platform.foundation.edge.Said;

/** One version of a rule: whom it holds for, and how many points a yuan earns then. */
public record EarningRule(
        String code, int version, Said name, Condition condition, int pointsPerYuan) {}
