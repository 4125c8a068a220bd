package dev.waystation.platform.members.benefits.model;

import java.util.List;

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

    /** At most {@code most} coupons of a category are applied. */
    public record Category(String code, Company company, Base base, int most) {}

    public record Group(String code, Choice choice, Scope scope) {}

    public StackRules {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
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
