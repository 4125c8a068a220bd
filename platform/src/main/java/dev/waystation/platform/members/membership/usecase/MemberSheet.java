package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Cells;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.ImportedPerson;
import dev.waystation.platform.members.membership.model.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The columns of a file of members, read and written in the words people use. */
@Component
class MemberSheet {

    static final String NAME = "name";
    static final String TYPE = "documentType";
    static final String BORN = "birthDate";
    static final String GENDER = "gender";
    static final String CITY = "city";
    static final String JOINED = "joinedOn";
    static final String MARKETING = "smsMarketing";

    private static final Map<String, String> TYPES =
            Map.of(
                    Document.IDENTITY_CARD, "身份证",
                    Document.PASSPORT, "护照",
                    Document.RESIDENCE_PERMIT, "港澳台居民居住证",
                    Document.HOME_RETURN_PERMIT, "港澳居民来往内地通行证",
                    Document.TAIWAN_PERMIT, "台湾居民来往大陆通行证",
                    Document.FOREIGNER_PERMIT, "外国人永久居留身份证");
    private static final Map<String, String> SHORT =
            Map.of(
                    "居民身份证", Document.IDENTITY_CARD,
                    "二代身份证", Document.IDENTITY_CARD,
                    "居住证", Document.RESIDENCE_PERMIT,
                    "回乡证", Document.HOME_RETURN_PERMIT,
                    "台胞证", Document.TAIWAN_PERMIT,
                    "永居证", Document.FOREIGNER_PERMIT);
    private static final Map<String, String> GENDERS =
            Map.of("female", "女", "male", "男", "unknown", "未知");

    private final Phrases phrases;

    MemberSheet(Phrases phrases) {
        this.phrases = phrases;
    }

    static List<IntakeColumn> columns() {
        List<IntakeColumn> columns = new ArrayList<>();
        columns.add(MemberCells.columns().getFirst());
        columns.add(column(NAME, "姓名", "Name", "与证件一致，可含 · 与空格", "张三", "名字", "会员姓名", "客户姓名"));
        columns.add(MemberCells.phone(false));
        columns.add(column(TYPE, "证件类型", "Document type", "不填按身份证", "身份证", "证件种类", "证件类别"));
        columns.add(MemberCells.document(false));
        columns.add(
                column(
                        BORN,
                        "出生日期",
                        "Date of birth",
                        "身份证可不填",
                        "1990-01-02",
                        "生日",
                        "出生年月日",
                        "birthday"));
        columns.add(column(GENDER, "性别", "Gender", "男、女、未知；身份证可不填", "女", "sex"));
        columns.add(
                column(
                        CITY,
                        "城市",
                        "City",
                        "城市代码，如 WUH",
                        "WUH",
                        "城市代码",
                        "所在城市",
                        "常驻城市",
                        "city code"));
        columns.add(
                column(JOINED, "入会日期", "Joined on", "不填按今天", "2024-05-01", "注册日期", "注册时间", "开卡日期"));
        columns.add(
                column(
                        MARKETING,
                        "短信营销同意",
                        "Marketing by text message",
                        "是或否；不填不变",
                        "否",
                        "营销短信",
                        "同意营销",
                        "是否接收营销短信"));
        return columns;
    }

    ImportedPerson read(IntakeRow row, LocalDate today) {
        Cells cells = new Cells(row);
        Optional<Document> document = document(row, cells);
        Optional<LocalDate> typed = cells.date(BORN);
        Optional<LocalDate> printed = document.flatMap(Document::birthDate);
        Optional<LocalDate> born = typed.or(() -> printed);
        if (born.filter(today::isBefore).isPresent()) {
            fault(cells, BORN, "BIRTH_DATE_IS_AHEAD");
        } else if (printed.isPresent() && !printed.equals(born)) {
            fault(cells, BORN, "BIRTH_DATE_DIFFERS_FROM_DOCUMENT");
        }
        return new ImportedPerson(
                row,
                row.cell(MemberCells.NUMBER).flatMap(text -> number(cells, text)),
                row.cell(NAME).flatMap(text -> name(cells, text)),
                row.cell(MemberCells.PHONE).flatMap(text -> phone(cells, text)),
                document,
                born,
                row.cell(GENDER).flatMap(text -> gender(cells, text)),
                row.cell(CITY).flatMap(text -> city(cells, text)),
                cells.date(JOINED),
                cells.yes(MARKETING),
                cells.faults());
    }

    /** The cells of a member in the order of {@link #columns()}. */
    static List<String> write(Enrolled each, LocalDate joinedOn, Optional<Boolean> marketing) {
        return List.of(
                MemberCells.number(each.id()),
                each.person().name(),
                each.phone(),
                TYPES.getOrDefault(each.person().document().type(), ""),
                each.person().document().number(),
                each.person().birthDate().toString(),
                GENDERS.getOrDefault(each.gender(), ""),
                each.cityCode(),
                joinedOn.toString(),
                marketing.map(yes -> yes ? "是" : "否").orElse(""));
    }

    /** What a new member needs and the row does not give. */
    static List<Verdict.Fault> missing(ImportedPerson person) {
        Cells cells = new Cells(person.row());
        cells.needed(NAME, new Said("姓名", "Name"));
        cells.needed(MemberCells.PHONE, new Said("手机号", "Phone"));
        cells.needed(MemberCells.DOCUMENT, new Said("证件号码", "Document number"));
        cells.needed(CITY, new Said("城市", "City"));
        if (person.document().isPresent() && person.birthDate().isEmpty()) {
            cells.needed(BORN, new Said("出生日期", "Date of birth"));
        }
        return cells.faults();
    }

    private Optional<Document> document(IntakeRow row, Cells cells) {
        String type = row.cell(TYPE).map(MemberSheet::type).orElse(Document.IDENTITY_CARD);
        if (type.isEmpty()) {
            String known = String.join("、", TYPES.values());
            cells.fault(
                    TYPE,
                    "“" + row.cell(TYPE).orElse("") + "”不是可用的证件类型，请用：" + known,
                    "“%s” is no known document; use one of %s"
                            .formatted(row.cell(TYPE).orElse(""), Document.TYPES));
            return Optional.empty();
        }
        return row.cell(MemberCells.DOCUMENT)
                .flatMap(text ->
                        switch (Document.read(type, Cells.half(text))) {
                            case Document.Reading.Right(Document right) -> Optional.of(right);
                            case Document.Reading.Wrong(Document.Fault wrong) -> {
                                String code = "DOCUMENT_" + wrong.name() + "_IS_WRONG";
                                fault(cells, MemberCells.DOCUMENT, code);
                                yield Optional.empty();
                            }
                        });
    }

    private static String type(String typed) {
        if (Document.TYPES.contains(typed)) {
            return typed;
        }
        return TYPES.entrySet().stream()
                .filter(each -> each.getValue().equals(typed))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> SHORT.getOrDefault(typed, ""));
    }

    private static Optional<Long> number(Cells cells, String typed) {
        Optional<Long> number = LookUpMembers.number(typed);
        if (number.isEmpty()) {
            cells.fault(
                    MemberCells.NUMBER,
                    "“" + typed + "”不是会员号，会员号形如 mbr_…；新会员请留空",
                    "“"
                            + typed
                            + "” is no member number such as mbr_…; leave it empty for new ones");
        }
        return number;
    }

    private static Optional<String> name(Cells cells, String typed) {
        Optional<String> name = PersonName.read(typed).map(PersonName::text);
        if (name.isEmpty()) {
            cells.fault(
                    NAME,
                    "姓名要有 2 到 60 个字，只含文字、· 和空格",
                    "A name has 2 to 60 letters, with · or spaces between");
        }
        return name;
    }

    private static Optional<String> phone(Cells cells, String typed) {
        Optional<String> phone = LookUpMembers.phone(Cells.half(typed));
        if (phone.isEmpty()) {
            cells.fault(
                    MemberCells.PHONE,
                    "“" + typed + "”不是手机号：应为 11 位数字，境外号码以 + 和国家代码开头",
                    "“" + typed + "” is no phone: give 11 digits, or + and the country code");
        }
        return phone;
    }

    private static Optional<String> gender(Cells cells, String typed) {
        for (Map.Entry<String, String> each : GENDERS.entrySet()) {
            if (typed.equalsIgnoreCase(each.getKey()) || typed.startsWith(each.getValue())) {
                return Optional.of(each.getKey());
            }
        }
        cells.fault(
                GENDER,
                "“" + typed + "”请改为男、女或未知",
                "“" + typed + "” must be female, male or unknown");
        return Optional.empty();
    }

    private static Optional<String> city(Cells cells, String typed) {
        String code = Cells.half(typed).toUpperCase(java.util.Locale.ROOT);
        if (!code.matches("[A-Z]{2,8}")) {
            cells.fault(
                    CITY,
                    "“" + typed + "”不是城市代码，应为 WUH 这样的字母代码",
                    "“" + typed + "” is no city code such as WUH");
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private void fault(Cells cells, String column, String code) {
        Said said = phrases.say(code, Map.of());
        cells.fault(column, said.zh(), said.en());
    }

    private static IntakeColumn column(
            String key, String zh, String en, String hint, String example, String... synonyms) {
        return new IntakeColumn(
                key, new Said(zh, en), List.of(synonyms), false, new Said(hint, hint), example);
    }
}
