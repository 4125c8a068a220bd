package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/** What became of models, in words. */
final class AuditOfModels {

    private AuditOfModels() {}

    static Said action(String action, Map<String, Object> values) {
        if (action.equals("ScoresDrifted")) {
            return new Said("模型分数偏移告警", "Alarm: scores of a model drifted");
        }
        return Boolean.TRUE.equals(values.get("trained"))
                ? new Said("训练并启用模型", "Trained a model and put it in force")
                : new Said("切换模型版本", "Put another version of a model in force");
    }

    /** The model with its version, and how far its scores are off. */
    static Said detail(Map<String, Object> values) {
        Object shift = values.get("shiftPercent");
        return Said.same(
                values.get("model")
                        + " v"
                        + values.get("version")
                        + (shift == null ? "" : " · PSI " + shift + "%"));
    }
}
