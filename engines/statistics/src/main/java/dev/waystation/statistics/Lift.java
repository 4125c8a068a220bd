package dev.waystation.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What an arm gained over the control, as a share of the control: 0.1 is ten per cent more.
 *
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param p the chance of a difference this large if there were none
 */
public record Lift(double lift, double low, double high, double p) {

    /** Whether the interval leaves out zero. */
    public boolean isSure() {
        return low > 0 || high < 0;
    }

    /** A difference with its variance and the degrees of freedom behind it. */
    record Difference(double amount, double variance, double freedom, long units) {}

    /**
     * Welch's test on the relative lift, its variance by the delta method. Valid once, at a date
     * fixed before the trial began.
     */
    public static Lift fixed(Moments.Estimate control, Moments.Estimate arm, double alpha) {
        Difference difference = relative(control, arm);
        double t = difference.amount() / Math.sqrt(difference.variance());
        TDistribution spread = TDistribution.of(difference.freedom());
        double half =
                spread.inverseSurvivalProbability(alpha / 2) * Math.sqrt(difference.variance());
        return new Lift(
                difference.amount(),
                difference.amount() - half,
                difference.amount() + half,
                2 * spread.survivalProbability(Math.abs(t)));
    }

    /**
     * An interval that holds at every look at once: an asymptotic confidence sequence, narrowest
     * around {@code tuning} units. Whoever stops when it leaves out zero errs in at most a share
     * alpha of all trials.
     */
    public static Lift anytime(
            Moments.Estimate control, Moments.Estimate arm, double alpha, double tuning) {
        return sequence(relative(control, arm), alpha, tuning);
    }

    /** The same of the plain difference, arm less control, in units of the metric. */
    public static Lift anytimeDifference(
            Moments.Estimate control, Moments.Estimate arm, double alpha, double tuning) {
        return sequence(
                new Difference(
                        arm.mean() - control.mean(),
                        control.variance() + arm.variance(),
                        freedom(control.variance(), control.units(), arm.variance(), arm.units()),
                        control.units() + arm.units()),
                alpha,
                tuning);
    }

    private static Lift sequence(Difference difference, double alpha, double tuning) {
        double n = difference.units();
        double rho = rho(alpha, tuning);
        double grown = n * rho * rho + 1;
        double half =
                Math.sqrt(difference.variance() * n)
                        * Math.sqrt(
                                2
                                        * grown
                                        * Math.log(Math.sqrt(grown) / alpha)
                                        / (n * n * rho * rho));
        double standard = difference.amount() / Math.sqrt(difference.variance());
        double p =
                Math.min(
                        1,
                        Math.sqrt(grown)
                                * Math.exp(-standard * standard * n * rho * rho / (2 * grown)));
        return new Lift(
                difference.amount(), difference.amount() - half, difference.amount() + half, p);
    }

    /** The mixing width that makes the sequence narrowest at so many units. */
    static double rho(double alpha, double tuning) {
        double wide = -2 * Math.log(alpha);
        return Math.sqrt((wide + Math.log(wide + 1)) / tuning);
    }

    private static Difference relative(Moments.Estimate control, Moments.Estimate arm) {
        double base = control.mean();
        double a = control.variance() * arm.mean() * arm.mean() / Math.pow(base, 4);
        double b = arm.variance() / (base * base);
        return new Difference(
                (arm.mean() - base) / Math.abs(base),
                a + b,
                freedom(control.variance(), control.units(), arm.variance(), arm.units()),
                control.units() + arm.units());
    }

    /** Welch's test on the plain difference: arm less control. */
    public static Lift absolute(Moments.Estimate control, Moments.Estimate arm, double alpha) {
        double amount = arm.mean() - control.mean();
        double deviation = Math.sqrt(control.variance() + arm.variance());
        TDistribution spread =
                TDistribution.of(
                        freedom(control.variance(), control.units(), arm.variance(), arm.units()));
        double half = spread.inverseSurvivalProbability(alpha / 2) * deviation;
        return new Lift(
                amount,
                amount - half,
                amount + half,
                2 * spread.survivalProbability(Math.abs(amount / deviation)));
    }

    private static double freedom(double a, long unitsA, double b, long unitsB) {
        double both = a + b;
        return both * both / (a * a / (unitsA - 1) + b * b / (unitsB - 1));
    }
}
