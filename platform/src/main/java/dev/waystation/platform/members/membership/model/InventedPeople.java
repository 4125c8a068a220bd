package dev.waystation.platform.members.membership.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * People for a demo world, drawn from a seed. Nobody real is among them: identity cards carry a
 * region that does not exist, phones the first numbers of a block kept for tests, and names are
 * random pairs of common syllables.
 */
public final class InventedPeople {

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚";
    private static final String FIRST = "子雨欣浩思宇梓佳文嘉志明晓建国永春海天俊雅静婷丽秀玉兰红英华伟强军平东云";
    private static final String SECOND = "涵轩怡然博妍晨泽琪宁豪萱琳杰峰敏芳娟霞勇斌辉鹏龙凯悦彤瑶雪梅";
    private static final String[] CITIES = {
        "BJS", "SHA", "CAN", "SZX", "WUH", "CSX", "CGO", "SJW", "TNA", "NKG", "HGH", "HFE", "XIY",
        "CTU", "CKG"
    };
    private static final int REGION = 999999;
    private static final long PHONES_FROM = 19_900_000_000L;

    private final SplittableRandom random;
    private final LocalDate today;
    private final Set<Long> taken = new HashSet<>();

    public InventedPeople(long seed, LocalDate today) {
        this.random = new SplittableRandom(seed);
        this.today = today;
    }

    public Person person(String gender) {
        LocalDate birth = birthDate();
        int order = random.nextInt(500) * 2 + (gender.equals("male") ? 1 : 0);
        while (!taken.add(birth.toEpochDay() * 1_000 + order)) {
            order = (order + 2) % 1_000;
        }
        String body = "%06d%tY%<tm%<td%03d".formatted(REGION, birth, order);
        String card = body + Document.checkCharacter(body);
        return new Person(name(), new Document(Document.IDENTITY_CARD, card), birth);
    }

    public String gender() {
        return random.nextInt(100) < 48 ? "female" : "male";
    }

    /** Seven members of ten live in the first half of the list. */
    public String city() {
        int half = CITIES.length / 2;
        return random.nextInt(10) < 7
                ? CITIES[random.nextInt(half)]
                : CITIES[half + random.nextInt(CITIES.length - half)];
    }

    public static String phone(int number) {
        return Long.toString(PHONES_FROM + number);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    // Most members are of working age; every eighth is sixty or older.
    private LocalDate birthDate() {
        int share = random.nextInt(100);
        int age =
                share < 22
                        ? 18 + random.nextInt(7)
                        : share < 60
                                ? 25 + random.nextInt(15)
                                : share < 87 ? 40 + random.nextInt(20) : 60 + random.nextInt(22);
        return today.minusYears(age).minusDays(random.nextInt(365));
    }

    private String name() {
        String name = pick(SURNAMES) + pick(FIRST);
        return random.nextInt(10) < 7 ? name + pick(SECOND) : name;
    }

    private String pick(String from) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
