package dev.waystation.platform.operators.access;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The roles of the operator's staff and what each of them may do. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, its type does not say so
public enum Role {
    ADMINISTRATOR(
            new Said("系统管理员", "Administrator"),
            Set.of(
                    "accounts.read",
                    "accounts.write",
                    "accounts.settle",
                    "partners.read",
                    "partners.write",
                    "partners.exchange",
                    "partners.settle",
                    "coupons.read",
                    "coupons.write",
                    "coupons.export",
                    "benefits.use",
                    "mall.write",
                    "timetable.read",
                    "timetable.import",
                    "release.read",
                    "release.plan",
                    "release.publish",
                    "orders.read",
                    "orders.sell",
                    "gate.check",
                    "members.read",
                    "members.reveal",
                    "points.read",
                    "cards.serve",
                    "cards.refund",
                    "rules.read",
                    "rules.write",
                    "rules.publish",
                    "earnings.report",
                    "tiers.write",
                    "referral.read",
                    "referral.write",
                    "referral.review",
                    "members.merge",
                    "households.freeze",
                    "points.pool",
                    "points.adjust",
                    "points.approve",
                    "points.books",
                    "imports.read",
                    "imports.run",
                    "members.export",
                    "privacy.read",
                    "privacy.write",
                    "segments.read",
                    "segments.write",
                    "events.read",
                    "events.write",
                    "journeys.read",
                    "journeys.write",
                    "messages.read",
                    "home.read",
                    "audit.read",
                    "staff.manage",
                    "clients.manage",
                    "demo.play",
                    "park.read",
                    "jobs.read",
                    "tasks.work")),
    OPERATIONS(
            new Said("运营", "Operations"),
            Set.of(
                    "accounts.read",
                    "accounts.write",
                    "partners.read",
                    "partners.write",
                    "partners.exchange",
                    "coupons.read",
                    "coupons.write",
                    "coupons.export",
                    "benefits.use",
                    "mall.write",
                    "timetable.read",
                    "timetable.import",
                    "release.read",
                    "release.plan",
                    "release.publish",
                    "orders.read",
                    "members.read",
                    "members.reveal",
                    "points.read",
                    "cards.serve",
                    "rules.read",
                    "rules.write",
                    "rules.publish",
                    "earnings.report",
                    "tiers.write",
                    "referral.read",
                    "referral.write",
                    "referral.review",
                    "members.merge",
                    "households.freeze",
                    "points.pool",
                    "points.adjust",
                    "imports.read",
                    "imports.run",
                    "members.export",
                    "segments.read",
                    "segments.write",
                    "events.read",
                    "events.write",
                    "journeys.read",
                    "journeys.write",
                    "messages.read",
                    "home.read",
                    "demo.play",
                    "park.read",
                    "jobs.read",
                    "tasks.work")),
    TICKET_WINDOW(
            new Said("售票窗口", "Ticket window"),
            Set.of(
                    "coupons.read",
                    "benefits.use",
                    "timetable.read",
                    "orders.read",
                    "orders.sell",
                    "members.read",
                    "points.read",
                    "points.pool",
                    "cards.serve",
                    "earnings.report",
                    "points.adjust",
                    "home.read",
                    "park.read",
                    "tasks.work")),
    GATE(
            new Said("检票口", "Gate"),
            Set.of("benefits.use", "timetable.read", "gate.check", "home.read", "park.read")),
    FINANCE(
            new Said("财务", "Finance"),
            Set.of(
                    "accounts.read",
                    "accounts.write",
                    "accounts.settle",
                    "partners.read",
                    "partners.settle",
                    "coupons.read",
                    "orders.read",
                    "points.read",
                    "cards.refund",
                    "rules.read",
                    "referral.read",
                    "points.adjust",
                    "points.approve",
                    "points.books",
                    "imports.read",
                    "release.read",
                    "home.read",
                    "jobs.read")),
    EXECUTIVE(
            new Said("管理层", "Executive"),
            Set.of(
                    "coupons.read",
                    "timetable.read",
                    "release.read",
                    "segments.read",
                    "referral.read",
                    "journeys.read",
                    "home.read",
                    "park.read")),
    AUDITOR(
            new Said("审计", "Auditor"),
            Set.of(
                    "accounts.read",
                    "partners.read",
                    "coupons.read",
                    "timetable.read",
                    "release.read",
                    "orders.read",
                    "members.read",
                    "points.read",
                    "rules.read",
                    "referral.read",
                    "points.books",
                    "imports.read",
                    "segments.read",
                    "journeys.read",
                    "messages.read",
                    "home.read",
                    "audit.read",
                    "privacy.read",
                    "jobs.read"));

    private final Said label;
    private final Set<String> permissions;

    Role(Said label, Set<String> permissions) {
        this.label = label;
        this.permissions = permissions;
    }

    /** {@code ticket_window}, as callers and the database write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Said label() {
        return label;
    }

    public Set<String> permissions() {
        return permissions;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** Every permission that some role has; also the scopes an API client may get. */
    public static Set<String> allPermissions() {
        Set<String> all = new TreeSet<>();
        for (Role role : values()) {
            all.addAll(role.permissions());
        }
        return all;
    }
}
