package dev.waystation.platform.members.membership;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import java.util.List;

/** The columns by which the rows of a file name a member. */
public final class MemberCells {

    public static final String NUMBER = "member";
    public static final String PHONE = "phone";
    public static final String DOCUMENT = "document";

    private MemberCells() {}

    public static List<IntakeColumn> columns() {
        return List.of(number(), phone(false), document(false));
    }

    static IntakeColumn number() {
        return new IntakeColumn(
                NUMBER,
                new Said("会员号", "Member number"),
                List.of("会员编号", "会员ID", "会员", "卡号会员号", "member id", "member no"),
                false,
                new Said("系统内的会员号；没有就留空", "The number here; leave it empty if there is none"),
                "");
    }

    public static IntakeColumn phone(boolean needed) {
        return new IntakeColumn(
                PHONE,
                new Said("手机号", "Phone"),
                List.of("手机", "手机号码", "电话", "电话号码", "联系电话", "联系方式", "mobile", "phone number"),
                needed,
                new Said("11 位，境外号码以 + 开头", "11 digits, or + and the country code"),
                "13800000000");
    }

    public static IntakeColumn document(boolean needed) {
        return new IntakeColumn(
                DOCUMENT,
                new Said("证件号码", "Document number"),
                List.of("证件号", "身份证号", "身份证号码", "身份证", "证件编号", "id number", "document no"),
                needed,
                new Said("与证件一致", "As the document has it"),
                "");
    }

    public static MemberLookup.Key key(IntakeRow row) {
        return new MemberLookup.Key(row.cell(NUMBER), row.cell(PHONE), row.cell(DOCUMENT));
    }

    /** Names the member as the row does, to find a row twice in a file. */
    public static String name(IntakeRow row) {
        return row.cell(NUMBER)
                .or(() -> row.cell(PHONE))
                .or(() -> row.cell(DOCUMENT))
                .map(each -> each.replaceAll("[\\s-]", ""))
                .orElse("");
    }

    public static Verdict.Fault nobody(IntakeRow row) {
        String column = row.has(NUMBER) ? NUMBER : row.has(PHONE) ? PHONE : DOCUMENT;
        return row.has(column)
                ? new Verdict.Fault(
                        column,
                        new Said(
                                "没有找到这位会员，请核对会员号、手机号或证件号码",
                                "There is no such member; check the number, phone or document"))
                : new Verdict.Fault(
                        NUMBER,
                        new Said(
                                "请填写会员号、手机号、证件号码中的一项",
                                "Give a member number, a phone or a document number"));
    }

    /** A member's number in a cell. */
    public static String number(long memberId) {
        return PublicId.encode("mbr", memberId);
    }
}
