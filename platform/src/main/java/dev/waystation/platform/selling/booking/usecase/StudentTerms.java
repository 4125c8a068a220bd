package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.selling.booking.model.StudentRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The yearly journeys of students, as people set them. */
@Component
class StudentTerms extends KeptRules<StudentRules> {

    StudentTerms(Settings settings) {
        super(
                settings,
                "students",
                new Said("学生票", "Student journeys"),
                StudentRules.class,
                StudentRules.USUAL);
    }

    @Override
    public List<RuleLine> lines(StudentRules rules) {
        return List.of(
                RuleLine.number(
                        "journeysAYear",
                        "每学年优惠次数",
                        "journeys an academic year",
                        rules.journeysAYear(),
                        "次",
                        "journeys"),
                RuleLine.number(
                        "yearBegins",
                        "学年起始月份",
                        "the year begins in month",
                        rules.yearBegins(),
                        "月",
                        ""));
    }
}
