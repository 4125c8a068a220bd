package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How coupons go together.
 *
 * @param mostSent more than this in one request are not looked at
 * @param leastPayMinor what the order costs at least, coupons or not
 * @param categories in the order in which they apply; a category not listed comes last and is
 *     ordinary
 * @param groups a group not listed stacks over the whole order
 */
public record StackRules(
        int mostSent,
        int mostApplied,
        long leastPayMinor,
        Sequence sequence,
        List<Category> categories,
        List<Group> groups) {

    /** Which coupon is priced first. */
    public enum Sequence {
        AS_SENT,
        BY_CATEGORY
    }

    /** Whether a category stands others beside it. */
    public enum Company {
        /** Beside anything but an exclusive one. */
        ORDINARY,
        /** Beside joint ones only, and once. */
        EXCLUSIVE,
        /** Beside anything. */
        JOINT
    }

    /** The amount a coupon of the category counts from. */
    public enum Base {
        ORIGINAL,
        REMAINING
    }

    /** What a group of coupons yields. */
    public enum Choice {
        STACK,
        FIRST,
        LOWEST,
        HIGHEST
    }

    /** Whether a group chooses and counts line by line or once for the order. */
    public enum Scope {
        ITEM,
        ORDER
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final int MOST_LISTED = 50;

    /**
     * At most {@code most} coupons of a category are applied.
     *
     * @param name as people call it; the code where nobody named it
     */
    public record Category(String code, @Nullable Said name, Company company, Base base, int most) {

        public Category(String code, Company company, Base base, int most) {
            this(code, null, company, base, most);
        }
    }

    /** Coupons among which one choice is made. */
    public record Group(String code, @Nullable Said name, Choice choice, Scope scope) {

        public Group(String code, Choice choice, Scope scope) {
            this(code, null, choice, scope);
        }
    }

    public StackRules {
        Malformed.require(
                mostSent >= 1 && mostSent <= 100, "mostSent", mostSent, "give 1 to 100 coupons");
        Malformed.require(
                mostApplied >= 1 && mostApplied <= mostSent,
                "mostApplied",
                mostApplied,
                "give at least one coupon and no more than can be sent");
        Malformed.require(leastPayMinor >= 0, "leastPayMinor", leastPayMinor, "give 0 or more");
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        listed("categories", categories.stream().map(Category::code).toList());
        listed("groups", groups.stream().map(Group::code).toList());
        for (Category each : categories) {
            Malformed.require(
                    each.most() >= 1, "categories.most", each.most(), "let one count at least");
        }
    }

    private static void listed(String field, List<String> codes) {
        Malformed.require(
                codes.size() <= MOST_LISTED, field, codes.size(), "list at most 50 of them");
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            Malformed.require(
                    CODE.matcher(code).matches(),
                    field + ".code",
                    code,
                    "give small letters, digits and hyphens");
            Malformed.require(seen.add(code), field + ".code", code, "list each code once");
        }
    }

    /** Thirty sent, five applied, one per category; an order costs a fen at least. */
    public static StackRules usual() {
        return new StackRules(30, 5, 1, Sequence.BY_CATEGORY, List.of(), List.of());
    }

    Category category(String code) {
        return categories.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Category(code, Company.ORDINARY, Base.REMAINING, 1));
    }

    Group group(String code) {
        return groups.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(new Group(code, Choice.STACK, Scope.ORDER));
    }

    int rank(String category) {
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).code().equals(category)) {
                return i;
            }
        }
        return categories.size();
    }
}
