package dev.waystation.platform.selling.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanVerdictTest {

    @Test
    void saysMoreWhereThereIsMoreAndFewerWhereThereIsLess() {
        assertThat(PlanVerdict.of(12_340, -11, 19).en())
                .isEqualTo(
                        "It can be published. On the assumed demand it earns ¥12,340 more; it"
                                + " refuses 11 fewer through and 19 more other passengers.");
        assertThat(PlanVerdict.of(-8_920, 11, -3).zh())
                .isEqualTo("可以发布：按假定需求少收 ¥8,920，直达旅客多拒 11 位，短途旅客少拒 3 位。");
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(PlanVerdict.of(0, 0, 0).zh()).isEqualTo("可以发布：按假定需求收入不变，直达旅客被拒人数不变，短途旅客被拒人数不变。");
        assertThat(PlanVerdict.of(0, 0, 0).en()).contains("earns the same").contains("as many");
    }
}
