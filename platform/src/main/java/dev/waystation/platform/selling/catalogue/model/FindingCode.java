package dev.waystation.platform.selling.catalogue.model;

/** What can be wrong or odd in a timetable file, in words and with the way out. */
public enum FindingCode {
    NOT_A_TIMETABLE(
            "这里没有认得的时刻表文件",
            "no timetable file is recognised here",
            "提供 stations.csv、trains.csv、stop_times.csv,或 GTFS 的 stops.txt 等文件",
            "give stations.csv, trains.csv and stop_times.csv, or the GTFS files stops.txt and so on"),
    FILE_IS_MISSING(
            "缺少文件 {value}",
            "the file {value} is missing",
            "把它加入压缩包或文件夹",
            "add it to the zip or folder"),
    FILE_IS_TOO_LARGE(
            "文件解压后太大",
            "the file is too large when unpacked",
            "请拆分后导入",
            "split it and import the parts"),
    FILE_IS_BROKEN(
            "文件读不出来：{value}",
            "the file cannot be read: {value}",
            "重新导出该文件",
            "export the file again"),
    TEXT_IS_BROKEN(
            "文字编码既不是 UTF-8 也不是 GB18030",
            "the text is neither UTF-8 nor GB18030",
            "另存为 CSV UTF-8",
            "save it as CSV UTF-8"),
    COLUMN_IS_MISSING(
            "缺少列 {value}", "the column {value} is missing", "在首行加上这一列", "add it to the first line"),
    WRONG_NUMBER_OF_FIELDS(
            "这一行的列数不对：{value}",
            "the row has the wrong number of fields: {value}",
            "检查多余或缺少的逗号和引号",
            "look for a comma or quote too many or too few"),
    VALUE_IS_MISSING("此处不能为空", "a value is missing here", "填写该值", "fill it in"),
    NOT_A_NUMBER("“{value}”不是整数", "\"{value}\" is not a whole number", "只写数字", "write digits only"),
    NOT_A_TIME(
            "“{value}”不是时刻",
            "\"{value}\" is not a time",
            "写成 HH:MM,例如 08:05",
            "write HH:MM, for example 08:05"),
    NOT_A_DATE(
            "“{value}”不是日期",
            "\"{value}\" is not a date",
            "写成 2026-12-01；每天开行写 ALL",
            "write 2026-12-01, or ALL for every day"),
    NOT_A_COORDINATE(
            "“{value}”不是经纬度",
            "\"{value}\" is not a coordinate",
            "写成十进制度数，经度 -180 到 180，纬度 -90 到 90",
            "write decimal degrees, longitude -180 to 180, latitude -90 to 90"),
    NOT_A_CHOICE(
            "“{value}”不在允许的取值内",
            "\"{value}\" is not one of the allowed values",
            "按格式说明取值",
            "use a value of the format's description"),
    DUPLICATE_STATION(
            "车站代码 {value} 出现了两次",
            "the station code {value} appears twice",
            "删除重复行",
            "remove one row"),
    DUPLICATE_TRAIN(
            "车次标识 {value} 出现了两次", "the train {value} appears twice", "删除重复行", "remove one row"),
    DUPLICATE_SEQUENCE(
            "同一车次的站序 {value} 出现了两次",
            "the train has the sequence {value} twice",
            "改正站序",
            "correct the sequence"),
    UNKNOWN_STATION(
            "车站“{value}”不在车站文件里",
            "the station \"{value}\" is not in the station file",
            "改正站名，或在车站文件里加上它",
            "correct the name, or add the station"),
    UNKNOWN_TRAIN(
            "车次“{value}”不在车次文件里",
            "the train \"{value}\" is not in the train file",
            "改正标识，或在车次文件里加上它",
            "correct the id, or add the train"),
    UNKNOWN_ROUTE(
            "线路“{value}”不在 routes.txt 里",
            "the route \"{value}\" is not in routes.txt",
            "改正标识，或加上该线路",
            "correct the id, or add the route"),
    UNKNOWN_SERVICE(
            "开行日历“{value}”既不在 calendar.txt 也不在 calendar_dates.txt 里",
            "the service \"{value}\" is in neither calendar.txt nor calendar_dates.txt",
            "加上该日历",
            "add the service"),
    UNKNOWN_ROLLING_STOCK(
            "没有车型“{value}”",
            "there is no rolling stock \"{value}\"",
            "用目录里的车型代码",
            "use a code of the catalogue"),
    STATION_REPEATED(
            "连续两站都是“{value}”",
            "\"{value}\" is called at twice in a row",
            "删除其中一行",
            "remove one of the rows"),
    TIMES_RUN_BACKWARDS(
            "时刻 {value} 早于前一个时刻，按跨零点计算则超过十四小时",
            "{value} lies before the time before it, or more than fourteen hours after it",
            "改正时刻；跨零点的列车不必写日期",
            "correct the time; trains past midnight need no date"),
    TOO_FEW_CALLS(
            "车次 {value} 不足两站",
            "the train {value} has fewer than two calls",
            "补上停站",
            "add its calls"),
    TOO_MANY_CALLS(
            "车次 {value} 超过 65 站",
            "the train {value} has more than 65 calls",
            "拆分车次",
            "split the train"),
    NEVER_RUNS("车次 {value} 没有开行日期", "the train {value} runs on no date", "补上日期", "add its dates"),
    ALL_DATES_ARE_PAST(
            "车次 {value} 的开行日期都已过去，不会生成可售车次",
            "all dates of the train {value} are past, nothing of it goes on sale",
            "需要售票时补上以后的日期",
            "add later dates if it is to be sold"),
    ENDS_DIFFER(
            "{value}：首末站与停站不一致，以停站为准",
            "{value}: first or last station differs from the calls, the calls count",
            "核对首末站",
            "check both ends"),
    DATE_WAS_A_SERIAL_DAY(
            "“{value}”按电子表格的日期序号读取",
            "\"{value}\" was read as a spreadsheet's day number",
            "建议写成 2026-12-01",
            "better write 2026-12-01"),
    TEXT_WAS_GB18030(
            "文件按 GB18030 读取",
            "the file was read as GB18030",
            "建议另存为 UTF-8",
            "better save it as UTF-8"),
    NOT_READ("{value} 不参与导入", "{value} is not imported", "无需处理", "nothing to do");

    private final String zh;
    private final String en;
    private final String remedyZh;
    private final String remedyEn;

    FindingCode(String zh, String en, String remedyZh, String remedyEn) {
        this.zh = zh;
        this.en = en;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    /** Whether the timetable can still be loaded with this in it. */
    public boolean isNote() {
        return switch (this) {
            case ALL_DATES_ARE_PAST,
                    ENDS_DIFFER,
                    DATE_WAS_A_SERIAL_DAY,
                    TEXT_WAS_GB18030,
                    NOT_READ ->
                    true;
            default -> false;
        };
    }

    public String zh(String value) {
        return zh.replace("{value}", value);
    }

    public String en(String value) {
        return en.replace("{value}", value);
    }

    public String remedyZh() {
        return remedyZh;
    }

    public String remedyEn() {
        return remedyEn;
    }
}
