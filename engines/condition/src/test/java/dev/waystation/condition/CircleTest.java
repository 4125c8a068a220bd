package dev.waystation.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import org.junit.jupiter.api.Test;

class CircleTest {

    private static final double EARTH = 6_371_008.8;

    @Test
    void holdsTheCellsWhoseMiddleIsNotFurtherThanTheRadius() {
        Seeded.runs(
                20_000,
                draw -> {
                    double north = draw.between(-90_000, 90_000) / 1_000.0;
                    double east = draw.between(-180_000, 180_000) / 1_000.0;
                    int metres = draw.between(Circle.LEAST, Circle.MOST);
                    Circle circle = Circle.around(north, east, metres);
                    Cell cell = cellNear(draw, circle);
                    double away = metres(north, east, cell);

                    // a reach is cut to a millionth of a degree, eleven centimetres
                    if (Math.abs(away - metres) > 0.5) {
                        assertThat(circle.holds(cell))
                                .as("%s, %s is %s m away", circle, cell, away)
                                .isEqualTo(away < metres);
                    }
                });
    }

    @Test
    void reachesAcrossTheDateLineAndAroundThePole() {
        assertThat(Circle.around(-17, 179.99, 5_000).holds(Cell.at(-17, -179.99))).isTrue();
        assertThat(Circle.around(-17, 179.99, 500).holds(Cell.at(-17, -179.99))).isFalse();
        assertThat(Circle.around(89.99, 0, 5_000).holds(Cell.at(89.99, 180))).isTrue();
    }

    @Test
    void aStationIsNotItsNeighbour() {
        Circle hongqiao = Circle.around(31.19403, 121.32061, 800);

        assertThat(hongqiao.holds(Cell.at(31.1965, 121.3262))).as("the airport's hall").isTrue();
        assertThat(hongqiao.holds(Cell.at(31.2495, 121.4555))).as("Shanghai station").isFalse();
    }

    @Test
    void aCellKeepsNoMoreThanAThousandthOfADegree() {
        assertThat(Cell.of(Cell.at(31.194049, -121.320951).code()))
                .isEqualTo(new Cell(31_194, -121_321));
        assertThatThrownBy(() -> Cell.at(90.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cell.at(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoCircleIsRefusedWithTheWayToWriteOne() {
        Object json =
                java.util.Map.of(
                        "position",
                        java.util.Map.of(
                                "$near",
                                java.util.Map.of("latitude", 91, "longitude", 0, "metres", 500)));

        assertThat(ConditionReader.read(json).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.remedy().en()).contains("latitude (−90 to 90)"));
    }

    private static Cell cellNear(Draw draw, Circle circle) {
        int wide = draw.chance(30) ? 1_000 : 20;
        long north = circle.latitude() / 1_000 + draw.between(-1_000, 1_000);
        long east = circle.longitude() / 1_000 + draw.between(-wide, wide);
        return new Cell(Math.clamp(north, -90_000, 90_000), Math.clamp(east, -180_000, 180_000));
    }

    private static double metres(double north, double east, Cell cell) {
        double here = Math.toRadians(north);
        double there = Math.toRadians(cell.latitude() / 1_000.0);
        double up = Math.sin((there - here) / 2);
        double over = Math.sin(Math.toRadians(cell.longitude() / 1_000.0 - east) / 2);
        double chord = up * up + Math.cos(here) * Math.cos(there) * over * over;
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
